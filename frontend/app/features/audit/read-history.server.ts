import { attempt } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import type { Reply } from '~/api/reply';

export type History = Reply<'/api/v1/records/{type}/{id}/history', 'get'> & { isLaterPage: boolean };

const ON_A_PAGE = 10;

/** The history of the record whose page this is. The page stands without it, and says so. */
export async function readHistory(
  api: Api,
  request: Request,
  type: string,
  id: string,
): Promise<History | null> {
  const cursor = new URL(request.url).searchParams.get('history') ?? undefined;
  const page = await attempt(
    api.GET('/api/v1/records/{type}/{id}/history', {
      params: { path: { type, id }, query: { limit: ON_A_PAGE, cursor } },
    }),
  );
  return page.ok ? { ...page.data, isLaterPage: cursor !== undefined } : null;
}
