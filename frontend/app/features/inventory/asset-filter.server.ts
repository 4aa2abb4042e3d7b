import { redirect } from 'react-router';
import type { Api } from '~/api/client.server';
import type { RecordFilter } from '~/ui/table/list-filters';
import { assetChoices, assetNamed, asTyped } from './named-records.server';

const FIELD = 'asset';
const LONGEST_SHOWN = 300;

/**
 * A list that can be narrowed to one asset. Its address holds the id, so that links and saved addresses stay; what a person
 * typed is found here, and the address follows.
 */
export async function loadAssetFilter(api: Api, request: Request): Promise<RecordFilter> {
  const address = new URL(request.url);
  const typed = address.searchParams.get(FIELD)?.trim() ?? '';
  const named = await assetNamed(api, typed);
  if ('id' in named && named.id !== null) {
    address.searchParams.delete(FIELD);
    address.searchParams.delete('cursor');
    address.searchParams.set('assetId', named.id);
    throw redirect(`${address.pathname}${address.search}`);
  }
  const [choices, value] = await Promise.all([
    assetChoices(api),
    asTyped(api, address.searchParams.get('assetId')),
  ]);
  const unknown =
    'problem' in named ? { typed: typed.slice(0, LONGEST_SHOWN), problem: named.problem } : null;
  return { field: FIELD, choices, search: '/search/choices?of=assets', value, unknown };
}
