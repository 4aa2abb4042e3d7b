import { read } from '~/api/answers.server';
import { requireAccess } from '~/session/require-access.server';
import type { Route } from './+types/search.records';

/** What the palette finds among the records, for the browser to show. */
export async function loader({ request }: Route.LoaderArgs) {
  const { api } = await requireAccess(request);
  const q = new URL(request.url).searchParams.get('q') ?? '';
  return Response.json(await read(api.GET('/api/v1/search', { params: { query: { q } } })));
}
