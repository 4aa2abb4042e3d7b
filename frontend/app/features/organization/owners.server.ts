import { read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';

/** Whom one may name as the owner of an asset, a risk or an action: who only reads can own nothing. */
export async function loadOwners(api: Api) {
  const { items } = await read(api.GET('/api/v1/colleagues'));
  return items.filter(({ mayOwn }) => mayOwn);
}
