import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { JudgedRow } from '../domain/import/import-subject.js';
import type { ImportTarget } from './import-kind.js';

export function countBad(judged: readonly JudgedRow[]): number {
  return judged.filter((row) => row.outcome === 'bad').length;
}

export function refuseBadRows(
  target: ImportTarget,
  rows: number,
  badRows: number,
  skipBadRows: boolean,
): void {
  if (badRows === rows) {
    throw new DomainError(
      `${target}.nothing-good`,
      'conflict',
      'No row of this list can be taken over as it is. Mend the cells that are named, or the columns, and try again.',
    );
  }
  if (badRows > 0 && !skipBadRows) {
    const rowsText = badRows === 1 ? 'One row has a bad cell' : `${badRows} rows have bad cells`;
    throw new DomainError(
      `${target}.bad-rows`,
      'conflict',
      `${rowsText}, so nothing was taken over. Mend them in your file and bring it again, or choose to take over the good rows only.`,
    );
  }
}
