import type { KeyRing } from '../../crypto/data-keys.js';
import type { ReadTx } from '../../database/tenant-db.js';
import { isRowMac } from '../event-row.js';
import { isBefore, leafOf, type StoredRow } from '../stored-row.js';
import { changedColumns, hadId } from './changed-columns.js';
import type { Fault } from './fault.js';
import { readColumns, type StoredLeaf } from './stored-log.js';
import type { JudgedLeaf, Judgement } from './stretch.js';

/** A row that differs in more columns than this was made up rather than changed. */
const MOST_CHANGED_COLUMNS = 3;
const MOST_FOREIGN = 1_000;

interface ForeignRow {
  row: StoredRow;
  columns: string[];
  sums: Buffer;
}

/** Judges rows one by one: by their MAC, and by the leaf that points at them. */
export class RowJudge {
  /** Rows of ours that no leaf points at, in the order of the log. */
  readonly strays: StoredRow[];
  private foreign: ForeignRow[] = [];

  private constructor(
    private readonly tx: ReadTx,
    private readonly keys: KeyRing,
    strays: StoredRow[],
  ) {
    this.strays = strays.filter((row) => this.isOurs(row));
  }

  static async of(tx: ReadTx, keys: KeyRing, strays: StoredRow[]): Promise<RowJudge> {
    const judge = new RowJudge(tx, keys, strays);
    for (const row of strays.filter((stray) => !judge.isOurs(stray)).slice(0, MOST_FOREIGN))
      judge.foreign.push(await judge.look(row));
    return judge;
  }

  leaf(leaf: StoredLeaf): JudgedLeaf {
    const { row } = leaf;
    return {
      ...leaf,
      isOurs: row !== null && this.isOurs(row),
      fits: row !== null && leafOf(row) === leaf.hash,
    };
  }

  /** What is wrong with the rows of a stretch, once it is known what its leaves are worth. */
  async rows(leaves: JudgedLeaf[], worth: Judgement['leaves']): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (const leaf of leaves) {
      const place = { position: leaf.index + 1, eventId: leaf.eventId };
      if (!leaf.row) faults.push(this.missing(leaf));
      else if (!leaf.isOurs)
        faults.push({ kind: 'row-changed', ...place, columns: (await this.look(leaf.row)).columns });
      // The MAC covers everything but the transaction, which the leaf covers.
      else if (!leaf.fits && worth === 'held')
        faults.push({ kind: 'row-changed', ...place, columns: ['xid'] });
      else if (!leaf.fits && worth === 'unknown') faults.push({ kind: 'leaf-changed', ...place });
    }
    return faults;
  }

  /** Rows without a leaf that should have one, and rows that are not ours. `lastSealed` is where the tree ends. */
  leafless(lastSealed: StoredRow | null, tornOut: ReadonlySet<string>): { faults: Fault[]; waiting: number } {
    const foreign = this.foreign.map(({ row, columns }): Fault => {
      const isChanged = columns.length <= MOST_CHANGED_COLUMNS && columns[0] !== 'row_mac';
      return isChanged
        ? { kind: 'row-changed', eventId: row.event_id, columns }
        : { kind: 'row-inserted', eventId: row.event_id };
    });
    const behind = this.strays.filter((row) => lastSealed !== null && isBefore(row, lastSealed));
    const torn = behind.filter((row) => !tornOut.has(row.event_id));
    const waiting = this.strays.filter((row) => !tornOut.has(row.event_id)).length - torn.length;
    return {
      faults: [...foreign, ...torn.map((row): Fault => ({ kind: 'leaf-deleted', eventId: row.event_id }))],
      waiting,
    };
  }

  /** A leaf without a row: the row is gone, or it goes by another id now. */
  private missing(leaf: StoredLeaf): Fault {
    const place = { position: leaf.index + 1, eventId: leaf.eventId };
    const renamed = this.foreign.find(
      ({ columns, sums }) => columns.includes('id') && hadId(sums, leaf.eventId),
    );
    if (!renamed) return { kind: 'row-deleted', ...place };
    this.foreign = this.foreign.filter((one) => one !== renamed);
    return { kind: 'row-changed', ...place, columns: renamed.columns };
  }

  private async look(row: StoredRow): Promise<ForeignRow> {
    const stored = await readColumns(this.tx, row.event_id);
    if (!stored) return { row, columns: [], sums: Buffer.alloc(0) };
    return {
      row,
      columns: changedColumns(this.keys, stored.canonical, stored.sums, row.row_mac),
      sums: stored.sums,
    };
  }

  private isOurs(row: StoredRow): boolean {
    return isRowMac(this.keys, row.digest, row.row_mac);
  }
}
