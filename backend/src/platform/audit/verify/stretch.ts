import { Frontier } from '../merkle/frontier.js';
import { isBefore, leafOf, type StoredRow } from '../stored-row.js';
import type { Fault } from './fault.js';
import type { StoredLeaf } from './stored-log.js';

/** A leaf as it was judged when it was read. */
export interface JudgedLeaf extends StoredLeaf {
  /** The row's MAC is ours. */
  isOurs: boolean;
  /** The row gives the leaf's hash. */
  fits: boolean;
}

/** The rows between two heads of the tree, and what is known before them. */
export interface Stretch {
  before: Frontier;
  /** The last row before, to find which rows without a leaf belong here. */
  after: StoredRow | null;
  leaves: JudgedLeaf[];
  head: { treeSize: number; rootHash: string };
  /** How many leaves the log has; a head beyond them stands over what was cut off. */
  end: number;
  /** Rows of ours that no leaf points at, in the order of the log. */
  strays: StoredRow[];
}

/** What was found, and how the tree goes on; no frontier when that cannot be known any more. */
export interface Judgement {
  frontier: Frontier | null;
  /** `held`: as sealed, so what does not fit a leaf was changed in its row. `mended`: the rows gave the root. */
  leaves: 'held' | 'mended' | 'unknown';
  /** Faults of leaves; those of rows are found by their MAC. */
  faults: Fault[];
  /** Rows without a leaf that had one here. */
  tornOut: string[];
  /** The last row of the stretch, where that is known. */
  last: StoredRow | null;
}

/**
 * Compares a stretch with the head that was sealed over it. When the stored leaves do not give the root, the rows
 * themselves may: then it is known which leaf should stand where.
 */
export function judgeStretch(stretch: Stretch): Judgement {
  const { before, leaves, head } = stretch;
  const size = head.treeSize - before.size;
  const inPlace = leaves.length === size && leaves.every((leaf, n) => leaf.index === before.size + n);
  const stored = inPlace
    ? grown(
        before,
        leaves.map((leaf) => leaf.hash),
      )
    : null;
  if (stored?.root() === head.rootHash) {
    const last = leaves.at(-1)!;
    return { frontier: stored, leaves: 'held', faults: [], tornOut: [], last: last.fits ? last.row : null };
  }
  const rows = rowsInOrder(stretch).slice(0, size);
  const mended = rows.length === size ? grown(before, rows.map(leafOf)) : null;
  if (mended?.root() !== head.rootHash)
    return { frontier: null, leaves: 'unknown', faults: unclear(stretch), tornOut: [], last: null };
  const leafless = new Set(stretch.strays.map((row) => row.event_id));
  return {
    frontier: mended,
    leaves: 'mended',
    faults: differences(before.size, rows, leaves),
    tornOut: rows.map((row) => row.event_id).filter((id) => leafless.has(id)),
    last: rows.at(-1)!,
  };
}

function grown(before: Frontier, hashes: string[]): Frontier {
  const frontier = before.copy();
  for (const hash of hashes) frontier.append(hash);
  return frontier;
}

function rowsInOrder({ leaves, strays, after }: Stretch): StoredRow[] {
  const rows = new Map<string, StoredRow>();
  for (const { row, isOurs } of leaves) if (row && isOurs) rows.set(row.event_id, row);
  for (const row of strays) if (!after || isBefore(after, row)) rows.set(row.event_id, row);
  return [...rows.values()].sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

function differences(from: number, rows: StoredRow[], leaves: JudgedLeaf[]): Fault[] {
  const byIndex = new Map(leaves.map((leaf) => [leaf.index, leaf]));
  return rows.flatMap((row, n): Fault[] => {
    const leaf = byIndex.get(from + n);
    const place = { position: from + n + 1, eventId: row.event_id };
    if (!leaf) return [{ kind: 'leaf-deleted', ...place }];
    if (leaf.eventId !== row.event_id)
      return [{ kind: 'leaf-reordered', position: place.position, eventId: leaf.eventId }];
    return leaf.hash === leafOf(row) ? [] : [{ kind: 'leaf-changed', ...place }];
  });
}

function unclear({ before, head, leaves, end }: Stretch): Fault[] {
  const gone = gaps(before.size, Math.min(head.treeSize, end), leaves);
  // Nothing else is wrong with a stretch whose end was cut off: that is said once, of the whole end.
  if (gone.length === 0 && head.treeSize > end) return [];
  return [...gone, { kind: 'stretch-unclear', position: before.size + 1, toPosition: head.treeSize }];
}

/** Leaves that are missing; neighbours as one. */
function gaps(from: number, to: number, leaves: JudgedLeaf[]): Fault[] {
  const present = new Set(leaves.map((leaf) => leaf.index));
  const faults: Fault[] = [];
  for (let index = from; index < to; index += 1) {
    if (present.has(index)) continue;
    const last = faults.at(-1);
    if (last && (last.toPosition ?? last.position) === index) last.toPosition = index + 1;
    else faults.push({ kind: 'leaf-deleted', position: index + 1 });
  }
  return faults;
}
