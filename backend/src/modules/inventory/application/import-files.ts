import { Injectable } from '@nestjs/common';
import { BYTE_ORDER_MARK, csvLines } from '../../../platform/documents/csv/csv-lines.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { IMPORT_FIELD_NAMES, IMPORT_FIELDS, type ImportField } from '../domain/import/import-fields.js';
import { readImport } from '../persistence/import-batch.repository.js';
import { judge } from './asset-imports.js';
import { headingOf } from './import-view.js';

/** Files around an import: a list to fill in, and what is to mend in a list. */
@Injectable()
export class ImportFiles {
  constructor(private readonly db: TenantDb) {}

  template(): AsyncIterable<string> {
    return csvOf(
      IMPORT_FIELD_NAMES.map((field) => IMPORT_FIELDS[field].heading),
      EXAMPLES.map((row) => IMPORT_FIELD_NAMES.map((field) => row[field] ?? '')),
    );
  }

  /** Every bad cell, to mend it in the spreadsheet. */
  async problems(id: string): Promise<AsyncIterable<string>> {
    const rows = await this.db.write(async (tx) => {
      const { content } = await readImport(tx, id);
      const found = (await judge(tx, content)).flatMap(({ row, problems }) =>
        problems.map((problem) => [
          String(row),
          headingOf(problem, content.headings),
          problem.value,
          problem.reason,
        ]),
      );
      tx.audit.record({
        action: 'asset-import.problems-exported',
        target: { type: 'asset-import', id },
        detail: { cells: found.length },
      });
      return found;
    });
    return csvOf(['Row', 'Column', 'Value', 'What is wrong'], rows);
  }
}

async function* csvOf(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([headings, ...rows]);
}

/** Two rows that show what fits; they are meant to be overwritten. */
const EXAMPLES: Partial<Record<ImportField, string>>[] = [
  {
    tag: 'APP-001',
    name: 'Electronic health record',
    kind: 'application',
    description: 'Charts, orders and notes of all patients',
    hosting: 'cloud',
    vendorName: 'Name of the vendor',
    holdsEphi: 'yes',
    phiTypes: 'demographics; clinical-notes; medications',
    phiRecordCount: '12000',
    encryptionAtRest: 'yes',
    encryptionInTransit: 'yes',
    backup: 'tested',
    internetFacing: 'yes',
    portable: 'no',
    lifecycle: 'in-service',
  },
  {
    tag: 'DEV-001',
    name: 'Front desk laptop',
    kind: 'device',
    description: 'Check-in and scheduling',
    location: 'Reception',
    hosting: 'portable',
    holdsEphi: 'yes',
    phiTypes: 'demographics; appointments',
    encryptionAtRest: 'unknown',
    encryptionInTransit: 'yes',
    backup: 'none',
    internetFacing: 'no',
    portable: 'yes',
    lifecycle: 'in-service',
  },
];
