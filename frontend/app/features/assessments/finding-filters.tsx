import { t } from '~/messages';
import type { ListFilter } from '~/ui/table/list-filters';
import { findingSourceWord, findingStatusWord, standingWord } from './words';

const STATUSES = ['open', 'dismissed', 'resolved'] as const;
const STANDINGS = ['gap', 'partial', 'unknown'] as const;
const SOURCES = ['answer', 'data-flow', 'scan', 'manual'] as const;

/** What the address asks for, as far as it is a question that can be asked. */
export function findingQuery(request: Request) {
  const search = new URL(request.url).searchParams;
  return {
    cursor: search.get('cursor') ?? undefined,
    status: STATUSES.find((value) => value === search.get('status')),
    standing: STANDINGS.find((value) => value === search.get('standing')),
    source: SOURCES.find((value) => value === search.get('source')),
    q: search.get('q') || undefined,
  };
}

export function findingFilters(): ListFilter[] {
  return [
    { kind: 'search', name: 'q', label: t('assessments.q') },
    {
      kind: 'choice',
      name: 'status',
      label: t('assessments.status'),
      choices: STATUSES.map((value) => ({ value, label: findingStatusWord(value) })),
    },
    {
      kind: 'choice',
      name: 'standing',
      label: t('assessments.standing'),
      choices: STANDINGS.map((value) => ({ value, label: standingWord(value) })),
    },
    {
      kind: 'choice',
      name: 'source',
      label: t('assessments.source'),
      choices: SOURCES.map((value) => ({ value, label: findingSourceWord(value) })),
    },
  ];
}
