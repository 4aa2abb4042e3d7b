import { t } from '~/messages';
import { asOfFilter, asOfOf } from '~/ui/table/as-of';
import type { ListFilter } from '~/ui/table/list-filters';
import { ACTION_STATUSES, actionStatusWord } from './words';

export interface FilterChoices {
  assessments: { id: string; title: string; carriedOnTo: { id: string; title: string } | null }[];
  owners: { id: string; name: string }[];
}

const SORTS = ['due', 'number', 'title', '-updated'] as const;
const STATUSES = [...ACTION_STATUSES, 'unfinished'] as const;

export function actionQuery(request: Request) {
  const search = new URL(request.url).searchParams;
  return {
    cursor: search.get('cursor') ?? undefined,
    sort: SORTS.find((value) => value === search.get('sort')),
    assessmentId: search.get('assessmentId') || undefined,
    riskId: search.get('riskId') || undefined,
    ownerId: search.get('ownerId') || undefined,
    status: STATUSES.find((value) => value === search.get('status')),
    overdue: search.get('overdue') === 'true' ? ('true' as const) : undefined,
    overBudget: search.get('overBudget') === 'true' ? ('true' as const) : undefined,
    q: search.get('q') || undefined,
    asOf: asOfOf(request),
  };
}

export function actionFilters({ assessments, owners }: FilterChoices): ListFilter[] {
  return [
    { kind: 'search', name: 'q', label: t('remediation.q') },
    {
      kind: 'choice',
      name: 'assessmentId',
      label: t('remediation.assessment'),
      choices: assessments.map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      kind: 'choice',
      name: 'ownerId',
      label: t('remediation.owner'),
      choices: [
        ...owners.map(({ id, name }) => ({ value: id, label: name })),
        { value: 'none', label: t('remediation.noOwner') },
      ],
    },
    {
      kind: 'choice',
      name: 'status',
      label: t('remediation.status'),
      choices: [
        { value: 'unfinished', label: t('remediation.unfinished') },
        ...ACTION_STATUSES.map((value) => ({ value, label: actionStatusWord(value) })),
      ],
    },
    {
      kind: 'choice',
      name: 'overdue',
      label: t('remediation.due'),
      choices: [{ value: 'true', label: t('remediation.onlyOverdue') }],
    },
    {
      kind: 'choice',
      name: 'overBudget',
      label: t('remediation.money'),
      more: true,
      choices: [{ value: 'true', label: t('remediation.onlyOverBudget') }],
    },
    asOfFilter(),
  ];
}
