import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField } from '../../../platform/kernel/domain-error.js';
import { saysNothing } from '../domain/import/chosen-values.js';
import type { ImportMapping } from '../domain/import/import-subject.js';
import type { MapImportRequest } from '../import.schemas.js';
import type { ImportContent } from '../persistence/import-batch.repository.js';
import type { ImportKind } from './import-kind.js';

/** What the columns mean, and what has one value for the whole list, as a person says it. */
export function mappingOf(kind: ImportKind, request: MapImportRequest, headings: string[]): ImportMapping {
  if (request.columns.length !== headings.length) {
    throw invalidField(
      'columns',
      `Say for each of the ${headings.length} columns what it holds, or that it is left out.`,
    );
  }
  const seen = new Map<string, number>();
  request.columns.forEach((field, index) => {
    if (field === null) return;
    if (!(field in kind.columns)) throw invalidField(`columns.${index}`, 'Choose one of the given.');
    const first = seen.get(field);
    if (first !== undefined) {
      throw invalidField(
        `columns.${index}`,
        `“${headings[first]}” is taken for this already. Choose one of the two columns.`,
      );
    }
    seen.set(field, index);
  });
  const fixed: Record<string, string> = {};
  for (const [field, value] of Object.entries(request.fixed)) {
    if (!value || saysNothing(value)) continue;
    refuseField(kind, field, seen.has(field) ? headings[seen.get(field)!]! : null);
    fixed[field] = value;
  }
  return { columns: request.columns, fixed };
}

/** `heading`: of the column that holds the field. */
function refuseField(kind: ImportKind, field: string, heading: string | null): void {
  const at = `fixed.${field}`;
  if (!(field in kind.columns)) throw invalidField(at, 'This list has no such value.');
  if (field === kind.key)
    throw invalidField(at, `Each row needs a ${kind.columns[field]!.heading.toLowerCase()} of its own.`);
  if (heading !== null && !kind.fillsEmpty.includes(field))
    throw invalidField(
      at,
      `The column “${heading}” holds this, and its cells count. Leave one of the two out.`,
    );
}

/** One value for the whole list is held to the same rules as a cell. */
export async function refuseChoices(kind: ImportKind, tx: ReadTx, content: ImportContent): Promise<void> {
  const found = await kind.refusedChoices(tx, content);
  if (found.length === 0) return;
  throw new DomainError('request.invalid', 'invalid', 'Some entries need another look.', {
    fieldErrors: Object.fromEntries(found.map(({ field, reason }) => [`fixed.${field}`, [reason]])),
  });
}

/** Each field that can have one value for the whole list, with the one that was chosen. */
export function oneValues(kind: ImportKind, { fixed }: ImportMapping): Record<string, string | null> {
  const fields = Object.keys(kind.columns).filter((field) => field !== kind.key);
  return Object.fromEntries(fields.map((field) => [field, fixed[field] ?? null]));
}

/** For the log, which keeps no values: the fields with one value for the whole list. */
export function oneValueFor({ mapping }: ImportContent): string {
  return Object.keys(mapping.fixed).join(', ');
}
