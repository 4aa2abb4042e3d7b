import type { ItemOf, Reply } from '~/api/reply';
import { t } from '~/messages';
import type { Tone } from '~/ui/text/status-badge';

export type ImportView = Reply<'/api/v1/asset-imports/{id}', 'get'>;
export type UndoPlan = Reply<'/api/v1/asset-imports/{id}/undo', 'get'>;
export type ImportSummary = ItemOf<'/api/v1/asset-imports'>;
export type ImportRow = ItemOf<'/api/v1/asset-imports/{id}/rows'>;
export type ImportField = NonNullable<ImportView['columns'][number]['field']>;
export type Outcome = ImportRow['outcome'];

export const OUTCOMES: Outcome[] = ['create', 'change', 'unchanged', 'bad'];
export const OUTCOME_TONES: Record<Outcome, Tone> = {
  create: 'good',
  change: 'info',
  unchanged: 'neutral',
  bad: 'bad',
};
export const STATUS_TONES: Record<ImportSummary['status'], Tone> = {
  previewed: 'warn',
  committing: 'info',
  committed: 'good',
  undoing: 'info',
  undone: 'neutral',
};

/** No row can be judged before somebody says what the columns mean: bad cells are counted only after that. */
export const waitsForColumns = ({ missing, counts, rowCount }: ImportView) =>
  missing.length > 0 && counts.bad === rowCount;

export const fieldLabel = (field: ImportField) => t(`assetImport.field_${field}`);

/** The API names changed facts of a record; a person knows them by the column. */
export function changeLabel(fact: string): string {
  const field = fact === 'siteId' ? 'site' : fact === 'ownerId' ? 'owner' : fact;
  return fieldLabel(field as ImportField);
}
