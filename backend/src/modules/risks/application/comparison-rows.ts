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
      before: fieldsAs(details, 'from'),
      now: fieldsAs(details, 'to'),
    })),
  ];
}

/** “encryptionAtRest: no; owner: Ana”, each field with its values. */
function fieldsAs(details: readonly FieldChange[] | undefined, side: 'from' | 'to'): string | null {
  if (!details) return null;
  return details.map((detail) => `${detail.field}: ${detail[side].join(', ') || '–'}`).join('; ');
}
