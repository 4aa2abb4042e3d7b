import { useSearchParams } from 'react-router';
import { t } from '~/messages';
import { SelectField, TextField } from '~/ui/form/fields';
import type { ActiveFilter } from '~/ui/table/filter-chips';
import { findingSourceWord, findingStatusWord, standingWord } from './words';

const STATUSES = ['open', 'dismissed', 'resolved'] as const;
const STANDINGS = ['gap', 'partial', 'unknown'] as const;
const SOURCES = ['answer', 'data-flow', 'manual'] as const;

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

export function FindingFilterFields() {
  const [search] = useSearchParams();
  const any = t('assessments.any');
  return (
    <>
      <TextField
        name="q"
        type="search"
        label={t('assessments.q')}
        defaultValue={search.get('q')}
        width="medium"
      />
      <SelectField
        name="status"
        label={t('assessments.status')}
        placeholder={any}
        defaultValue={search.get('status')}
        choices={STATUSES.map((value) => ({ value, label: findingStatusWord(value) }))}
      />
      <SelectField
        name="standing"
        label={t('assessments.standing')}
        placeholder={any}
        defaultValue={search.get('standing')}
        choices={STANDINGS.map((value) => ({ value, label: standingWord(value) }))}
      />
    </>
  );
}

export function useFindingFilters(): ActiveFilter[] {
  const [search] = useSearchParams();
  const words: [name: string, label: string, word: (value: never) => string][] = [
    ['status', t('assessments.status'), findingStatusWord],
    ['standing', t('assessments.standing'), standingWord],
    ['source', t('assessments.source'), findingSourceWord],
    ['q', t('assessments.q'), (value: string) => value],
  ];
  return words.flatMap(([name, label, word]) => {
    const value = search.get(name);
    return value ? [{ name, label, valueLabel: word(value as never) }] : [];
  });
}
