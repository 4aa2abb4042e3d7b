import { read } from '~/api/answers.server';
import type { Api } from '~/api/client.server';
import { only } from '~/api/only';
import { loadOwners } from '~/features/organization/owners.server';
import type { FilterChoices } from './action-filters';

/** By what every view of the plan can be narrowed. */
export async function loadFilterChoices(api: Api): Promise<FilterChoices> {
  const [assessments, colleagues] = await Promise.all([
    read(api.GET('/api/v1/assessments', { params: { query: { limit: 100 } } })),
    loadOwners(api),
  ]);
  return {
    assessments: assessments.items.map((assessment) => only(assessment, 'id', 'title', 'carriedOnTo')),
    owners: colleagues.map((owner) => only(owner, 'id', 'name')),
  };
}
