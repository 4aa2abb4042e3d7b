import type { KeyRing } from '../../crypto/data-keys.js';
import type { ReadTx } from '../../database/tenant-db.js';
import { Frontier } from '../merkle/frontier.js';
import type { StoredRow } from '../stored-row.js';
import { FaultList, type Fault } from './fault.js';
import { HeadChain } from './head-chain.js';
import { RowJudge } from './row-judge.js';
import {
  readBounds,
  readLeaves,
  readStrays,
  type Bounds,
  type SealerPlace,
  type StoredHead,
  type StoredLeaf,
} from './stored-log.js';
import { judgeStretch, type JudgedLeaf, type Judgement } from './stretch.js';

/** A stretch without a head in sight is let go of at this length: memory stays constant. */
const LONGEST_STRETCH = 5_000;

export interface Verification {
  organizationId: string;
  /** Sealed rows that were judged, and rows that wait for the sealer. */
  rows: number;
  unsealed: number;
  treeSize: number;
  rootHash: string | null;
  sealedAt: string | null;
  /** Roots were compared up to this size; less than the tree where a fault hides what comes behind it. */
  comparedTo: number;
  faultCount: number;
  faults: Fault[];
}

/** Judges the whole log of the current organization: every row, every leaf, every head, and where the sealer stands. */
export async function verifyOrganization(
  readers: readonly ReadTx[],
  keys: KeyRing,
  onProgress: (rows: number, of: number) => Promise<void> | void = () => undefined,
): Promise<Verification> {
  for (const reader of readers) await reader.query('set local statement_timeout = 0');
  const tx = readers[0]!;
  const bounds = await readBounds(tx);
  const faults = new FaultList();
  const heads = await HeadChain.open(tx, keys, bounds.heads, faults);
  const verifier = new LogVerifier(bounds, heads, await RowJudge.of(tx, keys, await readStrays(tx)), faults);
  for await (const leaves of readLeaves(readers, bounds.leaves)) {
    for (const leaf of leaves) await verifier.leaf(leaf);
    await onProgress(verifier.rows, bounds.leaves);
  }
  await verifier.end();
  return {
    organizationId: tx.organizationId,
    ...verifier.result(),
    faultCount: faults.count,
    faults: faults.listed,
  };
}

class LogVerifier {
  rows = 0;
  private unsealed = 0;
  private comparedTo = 0;
  private frontier: Frontier | null = Frontier.empty();
  private lastHead: StoredHead | null = null;
  private stretch: JudgedLeaf[] = [];
  private beforeStretch: StoredRow | null = null;
  private last: JudgedLeaf | null = null;
  private lastSealed: StoredRow | null = null;
  private readonly tornOut = new Set<string>();

  constructor(
    private readonly bounds: Bounds,
    private readonly heads: HeadChain,
    private readonly judge: RowJudge,
    private readonly faults: FaultList,
  ) {}

  async leaf(stored: StoredLeaf): Promise<void> {
    while (this.heads.next && stored.index >= this.heads.next.treeSize)
      await this.closeStretch(this.heads.next);
    if (stored.index === this.last?.index) {
      this.faults.add({ kind: 'row-duplicated', position: stored.index + 1, eventId: stored.eventId });
      return;
    }
    this.rows += 1;
    this.last = this.judge.leaf(stored);
    this.stretch.push(this.last);
    if (this.stretch.length > LONGEST_STRETCH) await this.letGo();
  }

  async end(): Promise<void> {
    while (this.heads.next) await this.closeStretch(this.heads.next);
    await this.letGo();
    const { faults, waiting } = this.judge.leafless(this.beforeStretch, this.tornOut);
    this.faults.addAll(faults);
    this.unsealed = waiting;
    this.faults.addAll(this.endFaults());
  }

  result(): Omit<Verification, 'organizationId' | 'faults' | 'faultCount'> {
    return {
      rows: this.rows,
      unsealed: this.unsealed,
      treeSize: this.lastHead?.treeSize ?? 0,
      rootHash: this.lastHead?.rootHash ?? null,
      sealedAt: this.lastHead?.sealedAt ?? null,
      comparedTo: this.comparedTo,
    };
  }

  private async closeStretch(head: StoredHead): Promise<void> {
    const leaves = this.stretch;
    let worth: Judgement['leaves'] = 'unknown';
    if (this.frontier) {
      const strays = this.judge.strays.filter((row) => !this.tornOut.has(row.event_id));
      const judgement = judgeStretch({
        before: this.frontier,
        after: this.beforeStretch,
        leaves,
        head,
        end: this.bounds.leaves,
        strays,
      });
      worth = judgement.leaves;
      this.faults.addAll(judgement.faults);
      for (const id of judgement.tornOut) this.tornOut.add(id);
      this.frontier = judgement.frontier;
      this.comparedTo = judgement.frontier?.size ?? this.comparedTo;
      this.lastSealed = judgement.last;
    }
    await this.judgeRows(worth);
    this.beforeStretch = this.lastSealed ?? this.beforeStretch;
    this.lastHead = head;
    await this.heads.advance();
  }

  /** Leaves that no head stands over, or none in sight: the tree goes on by what is stored. */
  private async letGo(): Promise<void> {
    for (const leaf of this.stretch) {
      if (this.frontier && leaf.index === this.frontier.size) this.frontier.append(leaf.hash);
      else this.frontier = null;
    }
    await this.judgeRows('unknown');
  }

  private async judgeRows(worth: Judgement['leaves']): Promise<void> {
    this.faults.addAll(await this.judge.rows(this.stretch, worth));
    const fitting = this.stretch.findLast((leaf) => leaf.fits && leaf.isOurs);
    if (fitting) this.beforeStretch = fitting.row;
    this.stretch = [];
  }

  private endFaults(): Fault[] {
    const { leaves, state } = this.bounds;
    const size = this.lastHead?.treeSize ?? 0;
    // The last head was changed, which is said already; it cannot be a measure for the rest.
    if (!this.heads.endIsKnown) return [];
    if (size > leaves && this.comparedTo < size)
      return [{ kind: 'tail-truncated', position: leaves + 1, toPosition: size }];
    if (leaves > size) return [{ kind: 'head-deleted', position: leaves }];
    const stands = state ?? { treeSize: 0, roots: [], lastXid: '0', lastEventId: '' };
    return this.sealerStandsAt(stands, size)
      ? []
      : [{ kind: 'state-changed', position: size, toPosition: stands.treeSize }];
  }

  /** The sealer's place says nothing that the log does not; a sealer that starts elsewhere would spoil the tree. */
  private sealerStandsAt(state: SealerPlace, size: number): boolean {
    if (state.treeSize !== size) return false;
    if (this.frontier && this.frontier.roots.join() !== state.roots.join()) return false;
    const row = this.lastSealed;
    return !row || (state.lastXid === row.xid && state.lastEventId === row.event_id);
  }
}
