import { useId, useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { t } from '~/messages';
import { DateField, SelectField, TextField, type Choice } from '~/ui/form/fields';
import { FormContext } from '~/ui/form/form-context';
import { RecordField } from '~/ui/form/record-field';
import type { NamedRecord } from '~/ui/form/use-choices';
import { dayText } from '~/ui/text/date-text';
import type { ActiveFilter } from './filter-chips';
import styles from './list-filters.module.css';

/** How the form names the record of a filter. */
export interface RecordFilter {
  /** The name of the field: what was typed there stands in the address only until it is found. */
  field: string;
  /** What is offered before anything is typed, and where more is asked for. */
  choices: readonly NamedRecord[];
  search: string;
  /** The record that is set, as the field names it; empty: none. */
  value: string;
  /** What was typed and names no record, with the reason. */
  unknown: { typed: string; problem: string } | null;
}

/** By what a list can be narrowed; its present value stands in the address. */
export type ListFilter = { name: string; label: string } & (
  | { kind: 'search' }
  | {
      kind: 'date';
      more?: boolean;
    }
  /** Names a record while one types; `search` answers a `q`, see RecordField. */
  | { kind: 'named'; search: string }
  | {
      kind: 'choice';
      choices: readonly Choice[];
      /** Folded away until somebody asks for more filters. */
      more?: boolean;
    }
  | ({
      /** A record that is named by typing; the address holds its id. */
      kind: 'record';
      more?: boolean;
    } & RecordFilter)
  /** Set by links of other pages only; `value` are its words. */
  | { kind: 'linked'; value?: string }
);

/** The filters of a list as its table shows them: the fields of the form, and a chip for each that is set. */
export function useListFilters(filters: readonly ListFilter[]): {
  filters: ActiveFilter[];
  filterFields: ReactNode;
} {
  const [search] = useSearchParams();
  return {
    filters: filters.flatMap((filter) => {
      const value = search.get(filter.name);
      return value ? [{ name: filter.name, label: filter.label, valueLabel: words(filter, value) }] : [];
    }),
    filterFields: <FilterFields filters={filters} search={search} />,
  };
}

function words(filter: ListFilter, value: string): string {
  if (filter.kind === 'linked') return filter.value ?? value;
  if (filter.kind === 'record') return filter.value || value;
  if (filter.kind === 'date') return dayText(value);
  const choices = filter.kind === 'choice' ? filter.choices : [];
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

interface FilterFieldsProps {
  filters: readonly ListFilter[];
  search: URLSearchParams;
}

function FilterFields({ filters, search }: FilterFieldsProps) {
  const isFolded = (filter: ListFilter) => 'more' in filter && Boolean(filter.more);
  const isOpen = (filter: ListFilter) =>
    Boolean(search.get(filter.name)) || (filter.kind === 'record' && filter.unknown !== null);
  const folded = filters.filter(isFolded);
  return (
    <>
      {filters
        .filter((filter) => !isFolded(filter))
        .map((filter) => (
          <FilterField key={filter.name} filter={filter} value={search.get(filter.name) ?? ''} />
        ))}
      {folded.length > 0 && (
        <details className={styles.more} open={folded.some(isOpen)}>
          <summary>{t('table.moreFilters')}</summary>
          <div className={styles.moreFields}>
            {folded.map((filter) => (
              <FilterField key={filter.name} filter={filter} value={search.get(filter.name) ?? ''} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

const NO_CHOICES: readonly never[] = [];

/** A field begins anew when its filter changes elsewhere: a chip was taken away, a link was followed. */
function FilterField({ filter, value }: { filter: ListFilter; value: string }) {
  const { name, label } = filter;
  const shared = { name, label, defaultValue: value };
  switch (filter.kind) {
    case 'search':
      return <TextField key={value} {...shared} type="search" maxLength={100} width="medium" />;
    case 'named':
      return <RecordField key={value} {...shared} search={filter.search} choices={NO_CHOICES} />;
    case 'date':
      return <DateField key={value} {...shared} />;
    case 'choice':
      return <SelectField key={value} {...shared} placeholder={t('table.any')} choices={filter.choices} />;
    case 'record':
      return (
        <RecordFilterField key={`${value} ${filter.unknown?.typed ?? ''}`} label={label} filter={filter} />
      );
    case 'linked':
      // Kept when other filters are applied.
      return value ? <input type="hidden" name={name} value={value} /> : null;
  }
}

function RecordFilterField({ label, filter }: { label: string; filter: RecordFilter }) {
  const { field, choices, search, value, unknown } = filter;
  const base = useId();
  const state = useMemo(
    () => ({
      fieldErrors: unknown ? { [field]: [unknown.problem] } : {},
      values: unknown ? { [field]: unknown.typed } : {},
      idOf: (name: string) => `${base}-${name}`,
    }),
    [base, field, unknown],
  );
  return (
    <FormContext value={state}>
      <RecordField name={field} label={label} defaultValue={value} choices={choices} search={search} />
    </FormContext>
  );
}
