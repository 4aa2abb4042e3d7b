/** What can be wrong with a log, and where. Positions count the sealed rows from 1. */
export type FaultKind =
  | 'row-changed'
  | 'row-deleted'
  | 'row-inserted'
  | 'row-duplicated'
  | 'leaf-changed'
  | 'leaf-deleted'
  | 'leaf-reordered'
  | 'head-changed'
  | 'head-deleted'
  | 'tail-truncated'
  | 'stretch-unclear'
  | 'state-changed';

export interface Fault {
  kind: FaultKind;
  eventId?: string | undefined;
  position?: number | undefined;
  /** Where more than one row is meant, the last of them. */
  toPosition?: number | undefined;
  /** Columns that were changed, where the checksums tell. */
  columns?: string[] | undefined;
}

/** Enough to see what happened; a log that was torn to pieces is not listed piece by piece. */
export const MOST_FAULTS_LISTED = 200;

export class FaultList {
  readonly listed: Fault[] = [];
  count = 0;

  add(fault: Fault): void {
    this.count += 1;
    if (this.listed.length < MOST_FAULTS_LISTED) this.listed.push(fault);
  }

  addAll(faults: readonly Fault[]): void {
    for (const fault of faults) this.add(fault);
  }
}

/** One fault in one sentence for the person who has to act on it. */
export function describeFault(fault: Fault): string {
  const row = fault.eventId ? `row ${fault.eventId}` : 'a row';
  const at = place(fault);
  switch (fault.kind) {
    case 'row-changed':
      return `${row}${at} was changed${fault.columns?.length ? `: ${fault.columns.map(columnWords).join(', ')}` : ''}`;
    case 'row-deleted':
      return `${row}${at} was deleted: its leaf is still there`;
    case 'row-inserted':
      return `${row}${at} was not written by this product: its MAC is not ours`;
    case 'row-duplicated':
      return `${row}${at} is there more than once`;
    case 'leaf-changed':
      return `the leaf of ${row}${at} was changed: the row itself is as it was sealed`;
    case 'leaf-deleted':
      return fault.eventId
        ? `the leaf of ${row}${at} was deleted: the row itself is still there`
        : `the leaf${at} was deleted, and its row with it`;
    case 'leaf-reordered':
      return `the leaf of ${row}${at} stands where another was sealed`;
    case 'head-changed':
      return `the tree head over ${fault.position} rows was changed: its MAC is not ours`;
    case 'head-deleted':
      return `the tree head over ${fault.position} rows was deleted`;
    case 'tail-truncated':
      return `the end of the log was cut off: rows ${fault.position} to ${fault.toPosition} were sealed and are gone`;
    case 'stretch-unclear':
      return `rows ${fault.position} to ${fault.toPosition} do not give the root that was sealed over them`;
    case 'state-changed':
      return 'the place where the sealer stands was changed';
  }
}

function place(fault: Fault): string {
  if (fault.position === undefined) return '';
  return fault.toPosition === undefined
    ? ` at position ${fault.position}`
    : ` at positions ${fault.position} to ${fault.toPosition}`;
}

function columnWords(column: string): string {
  return column === 'row_mac' ? 'row_mac, or columns together with their checksums' : column;
}
