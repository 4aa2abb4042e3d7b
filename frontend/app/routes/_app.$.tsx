import { data } from 'react-router';
import { notedRequestId } from '~/session/request-scope.server';
import { requireAccess } from '~/session/require-access.server';
import { PageError } from '~/ui/feedback/error-page';
import type { Route } from './+types/_app.$';

/** Whatever has no page of its own. */
export async function loader({ request }: Route.LoaderArgs): Promise<never> {
  await requireAccess(request);
  const problem = { status: 404, code: 'page.not-found', title: '', requestId: notedRequestId() };
  throw data(problem, { status: 404 });
}

export default function Nowhere() {
  return null;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <PageError error={error} />;
}
