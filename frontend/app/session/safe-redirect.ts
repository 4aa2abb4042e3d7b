// eslint-disable-next-line no-control-regex -- these are the characters that browsers drop from an address
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Only a path of our own: `//host`, `/\host`, schemes and control characters would lead elsewhere. */
export function ownPath(target: string | null | undefined, fallback = '/'): string {
  if (!target || !target.startsWith('/') || /^\/[/\\]/.test(target) || CONTROL.test(target)) return fallback;
  const base = 'http://own.invalid';
  const url = URL.canParse(target, base) ? new URL(target, base) : undefined;
  return url?.origin === base ? url.pathname + url.search + url.hash : fallback;
}
