import { read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { loadAssetChoices } from './asset-choices.server';
import type { FlowPlaces } from './flow-fields';

const MOST_PAGES = 20;

/** Where a flow can begin and end: every asset, and the vendors that we work with. */
export async function loadFlowPlaces(api: Api): Promise<FlowPlaces> {
  const [assets, vendors] = await Promise.all([loadAssetChoices(api), loadVendorChoices(api)]);
  return { assets, vendors };
}

async function loadVendorChoices(api: Api): Promise<FlowPlaces['vendors']> {
  const choices: FlowPlaces['vendors'] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { limit: 100, sort: 'name', active: 'true', cursor } as const;
    const list = await read(api.GET('/api/v1/vendors', { params: { query } }));
    for (const { id, name } of list.items) choices.push({ id, name });
    if (!list.nextCursor) break;
    cursor = list.nextCursor;
  }
  return choices;
}
