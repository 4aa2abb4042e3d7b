import { read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import type { AssetChoice } from './flow-fields';

const MOST_PAGES = 20;

/** All assets by name, for a form's choice; a clinic has dozens, and 2,000 are the end of what a choice can hold. */
export async function loadAssetChoices(api: Api): Promise<AssetChoice[]> {
  const choices: AssetChoice[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const list = await read(
      api.GET('/api/v1/assets', { params: { query: { limit: 100, sort: 'name', cursor } } }),
    );
    for (const { id, tag, name, lifecycle } of list.items)
      choices.push({ id, tag, name, isDisposed: lifecycle === 'disposed' });
    if (!list.nextCursor) break;
    cursor = list.nextCursor;
  }
  return choices;
}
