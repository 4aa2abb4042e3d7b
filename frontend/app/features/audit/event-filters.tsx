import { useSearchParams } from 'react-router';
import { t } from '~/messages';
import { DateField, SelectField } from '~/ui/form/fields';
import type { ActiveFilter } from '~/ui/table/filter-chips';
import { filtersOf } from '~/ui/table/list-address';
import { actionChoices, outcomeWord, typeChoices } from './words';

export const AUDIT_FILTERS = [
  'from',
  'to',
  'actorId',
  'targetType',
  'action',
  'outcome',
  'targetId',
] as const;
type FilterName = (typeof AUDIT_FILTERS)[number];

const OUTCOMES = ['ok', 'denied', 'failed'] as const;

export function eventFilters(request: Request) {
  const { outcome, ...others } = filtersOf(request, AUDIT_FILTERS);
  return { ...others, outcome: OUTCOMES.find((value) => value === outcome) };
}

type People = readonly { id: string; name: string }[];

const labels: Record<FilterName, () => string> = {
  from: () => t('audit.from'),
  to: () => t('audit.to'),
  actorId: () => t('audit.who'),
  targetType: () => t('audit.targetType'),
  action: () => t('audit.action'),
  outcome: () => t('audit.outcome'),
  targetId: () => t('audit.record'),
};

const choicesOf = (people: People) => ({
  actorId: people.map(({ id, name }) => ({ value: id, label: name })),
  targetType: typeChoices(),
  action: actionChoices(),
  outcome: OUTCOMES.map((value) => ({ value, label: outcomeWord(value) })),
});

export function EventFilterFields({ people }: { people: People }) {
  const [search] = useSearchParams();
  return (
    <>
      <DateField name="from" label={labels.from()} defaultValue={search.get('from')} />
      <DateField name="to" label={labels.to()} defaultValue={search.get('to')} />
      {Object.entries(choicesOf(people)).map(([name, choices]) => (
        <SelectField
          key={name}
          name={name}
          label={labels[name as FilterName]()}
          placeholder={t('audit.any')}
          choices={choices}
          defaultValue={search.get(name)}
          width="medium"
        />
      ))}
    </>
  );
}

export function useEventFilters(people: People): ActiveFilter[] {
  const [search] = useSearchParams();
  const choices: Partial<Record<FilterName, { value: string; label: string }[]>> = choicesOf(people);
  return AUDIT_FILTERS.flatMap((name) => {
    const value = search.get(name);
    if (!value) return [];
    const valueLabel = choices[name]?.find((choice) => choice.value === value)?.label ?? value;
    return [{ name, label: labels[name](), valueLabel }];
  });
}
