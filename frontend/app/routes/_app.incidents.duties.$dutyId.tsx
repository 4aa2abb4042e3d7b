import { data, redirect } from 'react-router';
import { read } from '~/api/answers.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import type { Route } from './+types/_app.incidents.duties.$dutyId';

/** A reminder names its notice; the notice stands on the page of its incident. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const { api } = await requireAccess(request, 'incident:read');
  const query = { dutyId: params.dutyId, limit: 1 };
  const { items } = await read(api.GET('/api/v1/incidents', { params: { query } }));
  if (!items[0]) throw data(null, { status: 404 });
  throw redirect(`/incidents/${items[0].id}/clocks`);
}

export default function Duty() {
  return null;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
