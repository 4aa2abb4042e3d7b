import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { BYTE_ORDER_MARK, csvLines } from '../../../platform/documents/csv/csv-lines.js';
import { readScan } from '../persistence/scan.repository.js';
import { placeResults } from './place-results.js';
import { settled } from './scans.js';

/** Every row that would be left out, and why, to mend the list or the inventory. */
@Injectable()
export class ScanProblems {
  constructor(private readonly db: TenantDb) {}

  async execute(id: string): Promise<AsyncIterable<string>> {
    const rows = await this.db.write(async (tx) => {
      const { scan, content } = await readScan(tx, id);
      if (!content) throw settled();
      const { results } = await placeResults(tx, scan, content);
      const found = results.flatMap((result) => {
        const { row, label, outcome, problems, run, insteadOfHost } = result;
        const host = insteadOfHost === undefined ? result.host : '';
        if (outcome === 'no-asset' && host === '')
          return [
            [
              String(row),
              '',
              label,
              `Run ${run}`,
              '',
              'It names no host, and no asset is chosen for its run.',
            ],
          ];
        if (outcome === 'no-asset')
          return [[String(row), host, label, 'Host', host, 'No asset is known for this host.']];
        return problems.map(({ place, value, reason }) => [String(row), host, label, place, value, reason]);
      });
      tx.audit.record({
        action: 'scan.problems-exported',
        target: { type: 'scan', id },
        detail: { rows: found.length },
      });
      return found;
    });
    return csvOf([['Row', 'Host', 'Title', 'Where', 'Value', 'What is wrong'], ...rows]);
  }
}

async function* csvOf(rows: readonly (readonly string[])[]): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines(rows);
}
