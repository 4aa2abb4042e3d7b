import type { KeyRing } from '../../crypto/data-keys.js';
import type { ReadTx } from '../../database/tenant-db.js';
import { isHeadMac } from '../event-row.js';
import type { FaultList } from './fault.js';
import { readHeads, type StoredHead } from './stored-log.js';

/** The heads of the tree one after the other, each named by the next. One that is not ours is a fault and no measure. */
export class HeadChain {
  /** The next head that is ours; leaves up to its size make one stretch. */
  next: StoredHead | null = null;
  /** Where the head before ended; null when it was changed and cannot say. */
  private chainedTo: number | null = 0;

  private constructor(
    private readonly heads: AsyncGenerator<StoredHead>,
    private readonly keys: KeyRing,
    private readonly faults: FaultList,
  ) {}

  static async open(tx: ReadTx, keys: KeyRing, upTo: number, faults: FaultList): Promise<HeadChain> {
    const chain = new HeadChain(readHeads(tx, upTo), keys, faults);
    await chain.advance();
    return chain;
  }

  /** After the last head: whether it could say how far it reaches. */
  get endIsKnown(): boolean {
    return this.chainedTo !== null;
  }

  async advance(): Promise<void> {
    this.next = null;
    for (;;) {
      const step = await this.heads.next();
      if (step.done) return;
      const head = step.value;
      if (isHeadMac(this.keys, head, head.mac)) {
        if (this.chainedTo !== null && this.chainedTo !== head.fromSize)
          this.faults.add({ kind: 'head-deleted', position: head.fromSize });
        this.chainedTo = head.treeSize;
        this.next = head;
        return;
      }
      this.faults.add({ kind: 'head-changed', position: head.treeSize });
      this.chainedTo = null;
    }
  }
}
