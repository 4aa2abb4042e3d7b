import { useSearchParams } from 'react-router';
import { t } from '~/messages';
import { SelectField, TextField } from '~/ui/form/fields';
import type { ActiveFilter } from '~/ui/table/filter-chips';
import { ACTION_STATUSES, actionStatusWord } from './words';

export interface FilterChoices {
  assessments: { id: string; title: string }[];
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
    q: search.get('q') || undefined,
  };
}

function choicesOf({ assessments, owners }: FilterChoices) {
  return {
    q: null,
    assessmentId: assessments.map(({ id, title }) => ({ value: id, label: title })),
    ownerId: [
      ...owners.map(({ id, name }) => ({ value: id, label: name })),
      { value: 'none', label: t('remediation.noOwner') },
    ],
    status: [
      { value: 'unfinished', label: t('remediation.unfinished') },
      ...ACTION_STATUSES.map((value) => ({ value, label: actionStatusWord(value) })),
    ],
    overdue: [{ value: 'true', label: t('remediation.onlyOverdue') }],
  };
}

const labels = {
  q: () => t('remediation.q'),
  assessmentId: () => t('remediation.assessment'),
  ownerId: () => t('remediation.owner'),
  status: () => t('remediation.status'),
  overdue: () => t('remediation.due'),
};

type FilterName = keyof typeof labels;
const NAMES = Object.keys(labels) as FilterName[];

export function ActionFilterFields({ choices }: { choices: FilterChoices }) {
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
        placeholder={t('remediation.any')}
        choices={options}
        defaultValue={search.get(name)}
      />
    );
  });
}

export function useActionFilters(choices: FilterChoices): ActiveFilter[] {
  const [search] = useSearchParams();
  const all = choicesOf(choices);
  return NAMES.flatMap((name) => {
    const value = search.get(name);
    if (!value) return [];
    const valueLabel = all[name]?.find((choice) => choice.value === value)?.label ?? value;
    return [{ name, label: labels[name](), valueLabel }];
  });
}
