import { hash } from 'node:crypto';

/** A leaf of the tree: RFC 6962, 2.1. The first byte keeps leaves and nodes apart. */
export function leafHash(...parts: Buffer[]): Buffer {
  return hash('sha256', Buffer.concat([LEAF, ...parts]), 'buffer');
}

export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/**
 * What must be kept of a tree to let it grow: the roots of its complete subtrees, the largest first, one for each
 * bit that is set in its size.
 */
export class Frontier {
  private constructor(
    private leaves: number,
    private readonly subtrees: Buffer[],
  ) {}

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /** Refuses a frontier that no tree of this size can have. */
  static of(size: number, roots: readonly Buffer[]): Frontier {
    if (!Number.isSafeInteger(size) || size < 0 || roots.length !== bitsSet(size)) {
      throw new Error(`${roots.length} subtrees do not make a tree of ${size} leaves`);
    }
    return new Frontier(size, [...roots]);
  }

  get size(): number {
    return this.leaves;
  }

  get roots(): readonly Buffer[] {
    return this.subtrees;
  }

  append(leaf: Buffer): void {
    let node = leaf;
    for (let n = this.leaves; n % 2 === 1; n = (n - 1) / 2) node = nodeHash(this.subtrees.pop()!, node);
    this.subtrees.push(node);
    this.leaves += 1;
  }

  /** The hash that stands for all leaves and their order. */
  root(): Buffer {
    if (this.leaves === 0) return hash('sha256', Buffer.alloc(0), 'buffer');
    return this.subtrees.reduceRight((right, left) => nodeHash(left, right));
  }

  copy(): Frontier {
    return new Frontier(this.leaves, [...this.subtrees]);
  }
}

function bitsSet(size: number): number {
  let bits = 0;
  for (let n = size; n > 0; n = Math.floor(n / 2)) bits += n % 2;
  return bits;
}
