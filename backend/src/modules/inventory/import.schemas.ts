import { z } from 'zod';
import { idOut, instantField, pageOf, text } from '../../platform/http/schemas.js';
import { ASSET_COLUMN_NAMES } from './domain/import/asset-columns.js';
import { FLOW_COLUMN_NAMES } from './domain/import/flow-columns.js';
import { KEPT_REASONS } from './domain/import/undo.js';

const FIELD_NAMES = [...new Set([...ASSET_COLUMN_NAMES, ...FLOW_COLUMN_NAMES])];
const importField = z.enum(FIELD_NAMES, { error: 'Choose one of the given.' }).meta({ id: 'ImportField' });
export type ImportField = z.infer<typeof importField>;
/** Of an asset or of a flow, by what the list is of. */
const recordId = z.union([idOut('asset'), idOut('dataFlow')]);
/** By field, as it would stand in a cell. The fields of the other kind of list are refused with their names. */
const oneValueEach = <Value extends z.ZodType>(value: Value) =>
  Object.fromEntries(FIELD_NAMES.map((field) => [field, value.nullable().optional()])) as Record<
    ImportField,
    z.ZodOptional<z.ZodNullable<Value>>
  >;
/** The longest text of a cell that any field takes. */
const LONGEST_VALUE = 20_000;

export const createImportRequest = z
  .strictObject({ fileName: text(255, 1), content: z.string() })
  .meta({ id: 'CreateListImportRequest' });

const importResult = z
  .object({ created: z.int(), changed: z.int(), unchanged: z.int(), skipped: z.int() })
  .meta({ id: 'ListImportResult' });
const summary = {
  id: idOut('importBatch'),
  fileName: z.string(),
  status: z.enum(['previewed', 'committing', 'committed', 'undoing', 'undone']),
  rowCount: z.int(),
  badRowCount: z.int(),
  jobId: idOut('job').nullable(),
  result: importResult.nullable(),
  undoJobId: idOut('job').nullable(),
  undoResult: z.object({ withdrawn: z.int(), restored: z.int(), kept: z.int() }).nullable(),
  undoneAt: instantField.nullable(),
  createdByName: z.string(),
  createdAt: instantField,
  committedAt: instantField.nullable(),
  version: z.int(),
};
export const importSummary = z.object(summary).meta({ id: 'ListImportSummary' });
export type ImportSummary = z.infer<typeof importSummary>;
export const importList = z.object({ items: z.array(importSummary) }).meta({ id: 'ListImportList' });

export const importView = z
  .object({
    ...summary,
    /** null: it came as a workbook. */
    delimiter: z.enum(['comma', 'semicolon', 'tab']).nullable(),
    workbook: z
      .object({
        sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
        /** The one that was read; the others are not taken over. */
        sheet: z.string(),
      })
      .nullable(),
    /** What a commit would do now, by rows. */
    counts: z.object({ create: z.int(), change: z.int(), unchanged: z.int(), bad: z.int() }),
    /** Rows that would add a record although one of their name is there: they have no key to find it by. */
    namesakeCount: z.int(),
    badCellCount: z.int(),
    columns: z.array(
      z.object({
        index: z.int(),
        heading: z.string(),
        /** null: the column is ignored. */
        field: importField.nullable(),
        /** Comes from an export of ours (ids, times) and is never taken over. */
        isOurs: z.boolean(),
        samples: z.array(z.string()),
      }),
    ),
    /** One value for the whole list, by field: what no column holds, every row has from here. */
    fixed: z.object(oneValueEach(z.string())),
    /** Needed for new records that the list has, and neither a column nor a value for all rows says it. */
    missing: z.array(z.enum(['name', 'kind', 'hosting', 'holdsEphi', 'from', 'to', 'counterparty'])),
    /** The last list with the same headings, where the meanings of the columns were taken from it and not guessed. */
    mappingFrom: z.object({ fileName: z.string(), at: instantField }).nullable(),
    allowedActions: z.array(z.enum(['choose-sheet', 'map', 'commit', 'discard', 'undo'])),
  })
  .meta({ id: 'ListImport' });
export type ImportView = z.infer<typeof importView>;

export const mapImportRequest = z
  .strictObject({
    /** One entry for each column, in order. */
    columns: z.array(importField.nullable()).max(60),
    /** One value for the whole list, where no column holds it; judged as a cell is. */
    fixed: z.strictObject(oneValueEach(text(LONGEST_VALUE))).default({}),
  })
  .meta({ id: 'MapListImportRequest' });
export type MapImportRequest = z.infer<typeof mapImportRequest>;

export const chooseSheetRequest = z
  .strictObject({ sheet: z.string().min(1, 'Choose a sheet.').max(200) })
  .meta({ id: 'ChooseImportSheetRequest' });

/** false: nothing is taken over while a row is bad. */
export const commitImportRequest = z
  .strictObject({ skipBadRows: z.boolean() })
  .meta({ id: 'CommitListImportRequest' });
export type CommitImportRequest = z.infer<typeof commitImportRequest>;

/** What an undo would do now, and what it leaves. */
export const importUndoPlan = z
  .object({
    withdraw: z.int(),
    restore: z.int(),
    keep: z.int(),
    kept: z.array(
      z.object({
        /** null: it is not in the inventory any more. */
        recordId: recordId.nullable(),
        /** The tag of an asset, the code of a flow. */
        tag: z.string(),
        name: z.string(),
        because: z.enum(KEPT_REASONS),
      }),
    ),
  })
  .meta({ id: 'ListImportUndoPlan' });
export type ImportUndoPlan = z.infer<typeof importUndoPlan>;

const outcome = z.enum(['create', 'change', 'unchanged', 'bad']).meta({ id: 'ImportRowOutcome' });
const importRow = z
  .object({
    /** As a spreadsheet counts: the headings are row 1. */
    row: z.int(),
    outcome,
    recordId: recordId.nullable(),
    /** As they stand in the file, in the order of the columns. */
    cells: z.array(z.string()),
    problems: z.array(
      z.object({
        column: z.int().nullable(),
        field: importField.nullable(),
        heading: z.string(),
        value: z.string(),
        reason: z.string(),
      }),
    ),
    remarks: z.array(z.string()),
    /** The fields that it has from the value for the whole list, and not from the file. */
    chosen: z.array(importField),
    /** The fields that a commit would change. */
    changes: z.array(z.string()),
  })
  .meta({ id: 'ListImportRow' });
export type ImportRowView = z.infer<typeof importRow>;
export const importRowPage = pageOf(importRow).meta({ id: 'ListImportRowPage' });
export const importRowQuery = z.object({
  outcome: outcome.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});
export type ImportRowQuery = z.infer<typeof importRowQuery>;
export const importRowExportQuery = z.strictObject({ outcome: outcome.optional() });
export type ImportRowExportQuery = z.infer<typeof importRowExportQuery>;
