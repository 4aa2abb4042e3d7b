import { redirect } from 'react-router';
import { attempt } from '~/api/answers.server';
import { t } from '~/messages';
import { redirectWithFlash } from '~/session/flash.server';
import { requireAccess } from '~/session/require-access.server';
import type { Route } from './+types/session.end';

export async function action({ request }: Route.ActionArgs) {
  const { api } = await requireAccess(request);
  const ended = await attempt(api.DELETE('/api/v1/session'));
  if (!ended.ok) return redirect('/');
  const response = await redirectWithFlash('/login', { text: t('session.signedOut'), tone: 'info' });
  response.headers.set('clear-site-data', '"storage"');
  // A whole new page: nothing of what was on screen stays in memory.
  response.headers.set('x-remix-reload-document', 'true');
  return response;
}

export function loader() {
  return redirect('/');
}
