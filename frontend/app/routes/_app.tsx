import { lazy, Suspense, useCallback, useState } from 'react';
import { Outlet } from 'react-router';
import { attempt } from '~/api/answers.server';
import { IdleWarning } from '~/session/idle-warning';
import { requireAccess } from '~/session/require-access.server';
import { ErrorPage } from '~/ui/feedback/error-page';
import { AppShell } from '~/ui/shell/app-shell';
import { usePaletteKey } from '~/ui/shell/use-palette-key';
import type { Route } from './+types/_app';

const CommandPalette = lazy(() => import('~/ui/shell/command-palette'));

/** The frame of the signed-in pages. */
export async function loader({ request }: Route.LoaderArgs) {
  const { api, session } = await requireAccess(request);
  // The frame stands even where the mailbox does not answer.
  const mailbox = await attempt(api.GET('/api/v1/mailbox', { params: { query: { limit: 20 } } }));
  const unread = mailbox.ok ? mailbox.data.items.filter((message) => message.readAt === null).length : 0;
  return { session, unread };
}

export default function SignedIn({ loaderData }: Route.ComponentProps) {
  const { unread } = loaderData;
  const [palette, setPalette] = useState({ wanted: false, open: false });
  const openPalette = useCallback(() => setPalette({ wanted: true, open: true }), []);
  const closePalette = useCallback(() => setPalette({ wanted: true, open: false }), []);
  usePaletteKey(openPalette);
  return (
    <AppShell unread={unread} onSearch={openPalette}>
      <Outlet />
      <IdleWarning />
      {palette.wanted && (
        <Suspense>
          <CommandPalette open={palette.open} onClose={closePalette} />
        </Suspense>
      )}
    </AppShell>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
