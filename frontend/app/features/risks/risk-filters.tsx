import { useSearchParams } from 'react-router';
import { t } from '~/messages';
import { SelectField, TextField } from '~/ui/form/fields';
import type { ActiveFilter } from '~/ui/table/filter-chips';
import { RISK_STATUSES, TREATMENTS, riskStatusWord, treatmentWord } from './words';

export interface FilterChoices {
  assessments: { id: string; title: string }[];
  owners: { id: string; name: string }[];
  levels: { id: string; label: string }[];
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
    treatment: treatments.find((value) => value === search.get('treatment')),
    status: RISK_STATUSES.find((value) => value === search.get('status')),
    q: search.get('q') || undefined,
  };
}

function choicesOf({ assessments, owners, levels }: FilterChoices) {
  return {
    q: null,
    assessmentId: assessments.map(({ id, title }) => ({ value: id, label: title })),
    level: [
      ...levels.map(({ id, label }) => ({ value: id, label })),
      { value: 'unrated', label: t('risks.unrated') },
    ],
    treatment: [
      ...TREATMENTS.map((value) => ({ value, label: treatmentWord(value) })),
      { value: 'undecided', label: t('risks.undecided') },
    ],
    ownerId: [
      ...owners.map(({ id, name }) => ({ value: id, label: name })),
      { value: 'none', label: t('risks.noOwner') },
    ],
    status: RISK_STATUSES.map((value) => ({ value, label: riskStatusWord(value) })),
  };
}

const labels = {
  q: () => t('risks.q'),
  assessmentId: () => t('risks.assessment'),
  level: () => t('risks.level'),
  treatment: () => t('risks.treatment'),
  ownerId: () => t('risks.owner'),
  status: () => t('risks.status'),
};

type FilterName = keyof typeof labels;
const NAMES = Object.keys(labels) as FilterName[];

export function RiskFilterFields({ choices }: { choices: FilterChoices }) {
  const [search] = useSearchParams();
  const all = choicesOf(choices);
  return NAMES.map((name) => {
    const options = all[name];
    if (!options)
      return (
        <TextField
          key={name}
          name={name}
          type="search"
          label={labels[name]()}
          defaultValue={search.get(name)}
        />
      );
    return (
      <SelectField
        key={name}
        name={name}
        label={labels[name]()}
        placeholder={t('risks.any')}
        choices={options}
        defaultValue={search.get(name)}
      />
    );
  });
}

export function useRiskFilters(choices: FilterChoices): ActiveFilter[] {
  const [search] = useSearchParams();
  const all = choicesOf(choices);
  return NAMES.flatMap((name) => {
    const value = search.get(name);
    if (!value) return [];
    const valueLabel = all[name]?.find((choice) => choice.value === value)?.label ?? value;
    return [{ name, label: labels[name](), valueLabel }];
  });
}
