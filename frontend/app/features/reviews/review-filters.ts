import { t } from '~/messages';
import type { ListFilter } from '~/ui/table/list-filters';
import { STATES, stateLabel, typeLabel, TYPES } from './words';

export const REVIEW_FILTERS = ['q', 'state', 'type', 'ownerId'] as const;

export function reviewFilters(owners: readonly { id: string; name: string }[]): ListFilter[] {
  return [
    { kind: 'search', name: 'q', label: t('recordReviews.q') },
    {
      kind: 'choice',
      name: 'state',
      label: t('recordReviews.filterState'),
      choices: STATES.map((value) => ({ value, label: stateLabel(value) })),
    },
    {
      kind: 'choice',
      name: 'type',
      label: t('recordReviews.filterType'),
      choices: TYPES.map((value) => ({ value, label: typeLabel(value) })),
    },
    {
      kind: 'choice',
      name: 'ownerId',
      label: t('recordReviews.filterOwner'),
      choices: [
        { value: 'mine', label: t('recordReviews.mine') },
        { value: 'none', label: t('recordReviews.none') },
        ...owners.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
  ];
}
