import { data, redirect } from 'react-router';
import { attempt } from '~/api/answers.server';
import { clockOf } from '~/session/clock';
import { requireAccess } from '~/session/require-access.server';
import type { Route } from './+types/session.touch';

/** "Stay signed in." */
export async function action({ request }: Route.ActionArgs) {
  const { api } = await requireAccess(request);
  const touched = await attempt(api.POST('/api/v1/session/touch'));
  if (!touched.ok) throw redirect('/login?reason=expired');
  return data({ clock: clockOf(touched.data) });
}

export function loader() {
  return redirect('/');
}
