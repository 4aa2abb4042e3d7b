import { read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import type { NamedRecord } from '~/ui/form/use-choices';

/** A list shows no more; who looks for another one types more of its name. */
const MOST = 15;

/** Assets and data flows whose tag, code or name has these words. */
export async function thingChoices(api: Api, q: string): Promise<NamedRecord[]> {
  const query = { q, limit: MOST };
  const [assets, flows] = await Promise.all([
    read(api.GET('/api/v1/assets', { params: { query } })),
    read(api.GET('/api/v1/data-flows', { params: { query } })),
  ]);
  return [
    ...assets.items.map(({ tag, name }) => ({ reference: tag, title: name })),
    ...flows.items.map(({ code, name }) => ({ reference: code, title: name })),
  ];
}
