import { t } from '~/messages';
import type { Choice } from '~/ui/form/fields';
import { asOfFilter, asOfOf } from '~/ui/table/as-of';
import type { ListFilter } from '~/ui/table/list-filters';
import { RISK_STATUSES, TREATMENTS, riskStatusWord, treatmentWord } from './words';

export interface FilterChoices {
  assessments: { id: string; title: string }[];
  owners: { id: string; name: string }[];
  levels: readonly Choice[];
}

const SORTS = ['residual', 'inherent', 'number', 'title', '-updated'] as const;

export function riskQuery(request: Request) {
  const search = new URL(request.url).searchParams;
  const treatments = [...TREATMENTS, 'undecided'] as const;
  return {
    cursor: search.get('cursor') ?? undefined,
    sort: SORTS.find((value) => value === search.get('sort')),
    assessmentId: search.get('assessmentId') || undefined,
    ownerId: search.get('ownerId') || undefined,
    level: search.get('level') || undefined,
    cell: search.get('cell') || undefined,
    treatment: treatments.find((value) => value === search.get('treatment')),
    status: RISK_STATUSES.find((value) => value === search.get('status')),
    review: search.get('review') === 'due' ? ('due' as const) : undefined,
    q: search.get('q') || undefined,
    asOf: asOfOf(request),
  };
}

/** `cell`: the words of the cell of the heat map that the address names. */
export function riskFilters({ assessments, owners, levels }: FilterChoices, cell?: string): ListFilter[] {
  return [
    { kind: 'search', name: 'q', label: t('risks.q') },
    {
      kind: 'choice',
      name: 'assessmentId',
      label: t('risks.assessment'),
      choices: assessments.map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      kind: 'choice',
      name: 'review',
      label: t('carried.filter'),
      choices: [{ value: 'due', label: t('carried.filterDue') }],
    },
    { kind: 'linked', name: 'cell', label: t('risks.cell'), value: cell },
    {
      kind: 'choice',
      name: 'level',
      label: t('risks.level'),
      choices: [...levels, { value: 'unrated', label: t('risks.unrated') }],
    },
    {
      kind: 'choice',
      name: 'treatment',
      label: t('risks.treatment'),
      choices: [
        ...TREATMENTS.map((value) => ({ value, label: treatmentWord(value) })),
        { value: 'undecided', label: t('risks.undecided') },
      ],
    },
    {
      kind: 'choice',
      name: 'ownerId',
      label: t('risks.owner'),
      choices: [
        ...owners.map(({ id, name }) => ({ value: id, label: name })),
        { value: 'none', label: t('risks.noOwner') },
      ],
    },
    {
      kind: 'choice',
      name: 'status',
      label: t('risks.status'),
      choices: RISK_STATUSES.map((value) => ({ value, label: riskStatusWord(value) })),
    },
    asOfFilter(),
  ];
}
