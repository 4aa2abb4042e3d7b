import { t } from '~/messages';
import type { ListFilter } from '~/ui/table/list-filters';
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
const OUTCOMES = ['ok', 'denied', 'failed'] as const;

export function eventFilters(request: Request) {
  const { outcome, ...others } = filtersOf(request, AUDIT_FILTERS);
  return { ...others, outcome: OUTCOMES.find((value) => value === outcome) };
}

export function logFilters(people: readonly { id: string; name: string }[]): ListFilter[] {
  return [
    { kind: 'date', name: 'from', label: t('audit.from') },
    { kind: 'date', name: 'to', label: t('audit.to') },
    {
      kind: 'choice',
      name: 'actorId',
      label: t('audit.who'),
      choices: people.map(({ id, name }) => ({ value: id, label: name })),
    },
    { kind: 'choice', name: 'targetType', label: t('audit.targetType'), choices: typeChoices() },
    { kind: 'choice', name: 'action', label: t('audit.action'), choices: actionChoices() },
    {
      kind: 'choice',
      name: 'outcome',
      label: t('audit.outcome'),
      choices: OUTCOMES.map((value) => ({ value, label: outcomeWord(value) })),
    },
    { kind: 'linked', name: 'targetId', label: t('audit.record') },
  ];
}
