import { progressOf } from '~/documents/rendering/document-progress.server';
import { requireAccess } from '~/session/require-access.server';
import type { Route } from './+types/documents.$ticket.progress';

/** How far a document is that this person waits for; null when nothing is known of it. */
export async function loader({ request, params }: Route.LoaderArgs) {
  const { session } = await requireAccess(request, 'report:export');
  const progress = progressOf({ memberId: session.member.id, ticket: params.ticket });
  return Response.json(progress, { headers: { 'cache-control': 'no-store' } });
}
