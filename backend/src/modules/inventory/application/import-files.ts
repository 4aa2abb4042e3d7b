import { Injectable } from '@nestjs/common';
import { BYTE_ORDER_MARK, csvLines } from '../../../platform/documents/csv/csv-lines.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { readImport } from '../persistence/import-batch.repository.js';
import type { ImportKind } from './import-kind.js';
import { headingOf } from './import-view.js';

/** Files around an import: a list to fill in, and what is to mend in a list. */
@Injectable()
export class ImportFiles {
  constructor(private readonly db: TenantDb) {}

  template({ columns, examples }: ImportKind): AsyncIterable<string> {
    return csvOf(
      Object.values(columns).map(({ heading }) => heading),
      examples.map((row) => Object.keys(columns).map((field) => row[field] ?? '')),
    );
  }

  /** Every bad cell, to mend it in the spreadsheet. */
  async problems(kind: ImportKind, id: string): Promise<AsyncIterable<string>> {
    const rows = await this.db.write(async (tx) => {
      const { content } = await readImport(tx, id, kind.name);
      const found = (await kind.judge(tx, content)).flatMap(({ row, problems }) =>
        problems.map((problem) => [
          String(row),
          headingOf(kind, problem, content.headings),
          problem.value,
          problem.reason,
        ]),
      );
      tx.audit.record({
        action: `${kind.target}.problems-exported`,
        target: { type: kind.target, id },
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
