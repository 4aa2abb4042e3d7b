import './ui/theme/mantine.css';
import './ui/theme/tokens.css';
import './ui/theme/global.css';
import { MantineProvider } from '@mantine/core';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router';
import { t } from '~/messages';
import { language } from '~/messages/language';
import { usePreferences } from '~/preferences/use-preferences';
import { ConnectionNotice } from '~/session/connection-notice';
import { takeFlash } from '~/session/flash.server';
import { requestScope } from '~/session/request-scope.server';
import { readPreferences } from '~/preferences/preferences-cookie.server';
import { ErrorPage } from '~/ui/feedback/error-page';
import { FlashMessage } from '~/ui/feedback/flash-message';
import { RememberEarlyPresses } from '~/ui/form/early-presses';
import { colorSchemeManager, FollowSystemScheme, serverColorScheme } from '~/ui/theme/color-scheme';
import { useNonce } from '~/ui/theme/nonce';
import { theme } from '~/ui/theme/theme';
import type { Route } from './+types/root';

export const middleware: Route.MiddlewareFunction[] = [requestScope];

export const meta: Route.MetaFunction = () => [{ title: t('shell.product') }];

export async function loader({ request }: Route.LoaderArgs) {
  return { preferences: await readPreferences(request), flash: await takeFlash(request) };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { colorScheme } = usePreferences();
  const schemeManager = useMemo(() => colorSchemeManager(colorScheme), [colorScheme]);
  // Only the first paint: afterwards the provider owns the attribute.
  const [firstScheme] = useState(serverColorScheme(colorScheme));
  useHydratedMark();
  return (
    <html lang={language()} data-mantine-color-scheme={firstScheme} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <FollowSystemScheme scheme={colorScheme} />
        <RememberEarlyPresses />
        <Meta />
        <Links nonce={nonce} />
      </head>
      <body>
        <MantineProvider
          theme={theme}
          defaultColorScheme={colorScheme}
          colorSchemeManager={schemeManager}
          getStyleNonce={() => nonce}
          withGlobalClasses={false}
        >
          {children}
          <ConnectionNotice />
        </MantineProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <Outlet />
      <FlashMessage flash={loaderData.flash} />
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}

/** Journeys wait for this mark before they press keys; nothing on screen depends on it. */
function useHydratedMark() {
  useEffect(() => {
    document.documentElement.dataset.ready = 'true';
  }, []);
}
