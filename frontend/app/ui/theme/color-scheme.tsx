import type { MantineColorSchemeManager } from '@mantine/core';
import type { ColorScheme } from '~/preferences/preferences';
import { useNonce } from './nonce';

/** The scheme as far as the server can know it; "auto" is decided by the script below before the first paint. */
export function serverColorScheme(scheme: ColorScheme): 'light' | 'dark' {
  return scheme === 'dark' ? 'dark' : 'light';
}

const FOLLOW_SYSTEM =
  "document.documentElement.setAttribute('data-mantine-color-scheme',matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light')";

export function FollowSystemScheme({ scheme }: { scheme: ColorScheme }) {
  const nonce = useNonce();
  if (scheme !== 'auto') return null;
  return (
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: FOLLOW_SYSTEM }} />
  );
}

/** The person's choice lives in the preferences cookie, so nothing is read from or written to local storage. */
export function colorSchemeManager(scheme: ColorScheme): MantineColorSchemeManager {
  return { get: () => scheme, set: () => {}, subscribe: () => {}, unsubscribe: () => {}, clear: () => {} };
}
