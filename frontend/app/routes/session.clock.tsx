import { clockOf } from '~/session/clock';
import { sessionOf } from '~/session/require-access.server';
import type { Route } from './+types/session.clock';

/** When the session ends, asked without counting as activity. */
export async function loader({ request }: Route.LoaderArgs) {
  const session = await sessionOf(request);
  return session ? Response.json(clockOf(session)) : new Response(null, { status: 401 });
}
