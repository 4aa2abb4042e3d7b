import { read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { loadOwners } from '~/features/organization/owners.server';
import type { Places } from './asset-fields';

/** What an asset's form offers to choose from. */
export async function loadPlaces(api: Api): Promise<Places> {
  const [sites, colleagues] = await Promise.all([read(api.GET('/api/v1/sites')), loadOwners(api)]);
  return { sites: sites.items.filter(({ active }) => active), colleagues };
}
