import type { ChangesView } from '../changes.schemas.js';
import type { FieldChange } from '../domain/changes.js';

/** One thing that is not as it was last time. */
export interface ComparisonRow {
  area: 'answer' | 'risk' | 'specification' | 'asset' | 'data-flow';
  change: 'new' | 'gone' | 'changed' | 'better' | 'worse' | 'not-asked' | 'to-confirm';
  what: string;
  /** Which fields of it changed. */
  fields?: readonly string[];
  before?: string | null;
  now?: string | null;
  /** Of these fields, where they are what `before` and `now` tell. */
  details?: readonly FieldChange[];
  because?: string;
}

/** Both years side by side, one row for each thing that differs: in the order of the page. */
export function comparisonRows(changes: Omit<ChangesView, 'previous'>): ComparisonRow[] {
  return [
    ...answerRows(changes.answers),
    ...riskRows(changes.risks),
    ...changes.specifications.items.map(({ citation, title, from, to }): ComparisonRow => ({
      area: 'specification',
      change: from === null ? 'new' : to === null ? 'to-confirm' : 'changed',
      what: `${citation} ${title}`,
      before: from,
      now: to,
    })),
    ...inventoryRows('asset', changes.assets),
    ...inventoryRows('data-flow', changes.dataFlows),
  ];
}

type Answers = ChangesView['answers'];

function answerRows({ better, worse, other, notAsked }: Answers): ComparisonRow[] {
  const row = (
    { questionId, text, from, to }: Answers['other']['items'][number],
    change: ComparisonRow['change'],
  ): ComparisonRow => ({
    area: 'answer',
    change,
    what: `${questionId} ${text}`,
    before: from?.optionText ?? null,
    now: to?.optionText ?? null,
  });
  return [
    ...worse.items.map((answer) => row(answer, 'worse')),
    ...better.items.map((answer) => row(answer, 'better')),
    ...other.items.map((answer) => row(answer, answer.from === null ? 'new' : 'changed')),
    ...notAsked.items.map((answer) => ({ ...row(answer, 'not-asked'), because: answer.because })),
  ];
}

function riskRows({ added, gone, changed }: ChangesView['risks']): ComparisonRow[] {
  const named = ({ number, title }: { number: number; title: string }) => ({
    area: 'risk' as const,
    what: `R-${number} ${title}`,
  });
  return [
    ...changed.items.map((risk): ComparisonRow => ({
      ...named(risk),
      change: 'changed',
      fields: ['residualLevel'],
      before: risk.from,
      now: risk.to,
    })),
    ...added.items.map((risk): ComparisonRow => ({ ...named(risk), change: 'new', now: risk.level })),
    ...gone.items.map((risk): ComparisonRow => ({ ...named(risk), change: 'gone', before: risk.level })),
  ];
}

function inventoryRows(
  area: 'asset' | 'data-flow',
  { added, gone, changed }: ChangesView['assets'],
): ComparisonRow[] {
  return [
    ...added.items.map(({ name }): ComparisonRow => ({ area, change: 'new', what: name })),
    ...gone.items.map(({ name }): ComparisonRow => ({ area, change: 'gone', what: name })),
    ...changed.items.map(({ name, fields, details }): ComparisonRow => ({
      area,
      change: 'changed',
      what: name,
      fields,
      before: details ? fieldsAs(details, 'from') : null,
      now: details ? fieldsAs(details, 'to') : null,
      ...(details && { details }),
    })),
  ];
}

/** “encryptionAtRest: no; owner: Ana”, each field with its values; in the words of the screens where they are given. */
export function fieldsAs(
  details: readonly FieldChange[],
  side: 'from' | 'to',
  { field = SAME, value = (_, code) => code }: FieldReading = {},
): string {
  return details
    .map((detail) => {
      const values = detail[side].map((code) => value(detail.field, code));
      return `${field(detail.field)}: ${values.join(', ') || '–'}`;
    })
    .join('; ');
}

interface FieldReading {
  field?: (name: string) => string;
  value?: (field: string, code: string) => string;
}
const SAME = (name: string): string => name;
