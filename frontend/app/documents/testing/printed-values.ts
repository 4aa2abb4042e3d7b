import { changedFieldWords } from '~/features/inventory/inventory-change-words';
import { kindLabel } from '~/features/organization/kinds';
import { formatMoney } from '~/messages/formats';
import { day, moment, momentDay, number } from '../format';
import type { AssessmentReport } from '../assessment-report';
import { labelOf } from '../parts/level';
import { word, WORD_KINDS } from '../words';

export interface PrintedValue {
  path: string;
  /** Any one of these has to stand in the document. */
  forms: string[];
}

/** Record ids link rows to each other in the JSON; people read the number, the tag or the title instead. */
const LINKING_ID =
  /^(findings|risks|actions|checklist)\.\d+\.id$|^assessment\.scale\.(likelihood|impact|levels)\.\d+\.id$/;
/** Told by where a thing stands, not by a word: an asset under "left out", a draft's mark, a cell of the matrix. */
const TOLD_OTHERWISE =
  /\.(inScope|met|active|holdsEphi|internetFacing|portable|offshore|official|sameScale|sameQuestions)$|^draft$|^assessment\.scale\.matrix\.|^heatMap\.|^planTotals\./;

/** Every value of the report that is not empty, in the words in which it may be printed. */
export function printedValues(report: AssessmentReport): PrintedValue[] {
  return leaves(report, '')
    .filter(({ path }) => !LINKING_ID.test(path) && !TOLD_OTHERWISE.test(path))
    .map(({ path, value }) => ({ path, forms: formsOf(path, value, report) }));
}

interface Leaf {
  path: string;
  value: string | number | boolean;
}

function leaves(value: unknown, path: string): Leaf[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value !== 'object') return [{ path, value: value as Leaf['value'] }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

function formsOf(path: string, value: Leaf['value'], report: AssessmentReport): string[] {
  const { timeZone } = report.organization;
  const { scale } = report.assessment;
  const key =
    path
      .split('.')
      .filter((part) => !/^\d+$/.test(part))
      .at(-1) ?? '';
  const text = String(value);
  if (key === 'timeZone') return [moment(report.generatedAt, timeZone)];
  if (/At$/.test(key) || key === 'at') return [moment(text, timeZone), momentDay(text, timeZone)];
  if (/On$/.test(key) || /\.dueMoves\.\d+\.(from|to)$/.test(path)) return [day(text)];
  if (/Cents$/.test(key)) return [formatMoney(Number(value))];
  if (typeof value === 'number') return [number(value), text];
  if (/^risks\.\d+\.(inherent|residual)\.|\.(expected|from|to)\.(likelihood|impact|level)$/.test(path)) {
    const steps = { likelihood: scale.likelihood, impact: scale.impact, level: scale.levels }[key];
    return [labelOf(steps ?? [], text)];
  }
  if (path === 'organization.kind') return [kindLabel(report.organization.kind)];
  if (/^changes\.(assets|dataFlows)\..*(\.fields\.\d+|\.field)$/.test(path)) return [changedFieldWords(text)];
  return [text, ...WORD_KINDS.map((kind) => word(kind, text))];
}
