import { hash } from 'node:crypto';

/** A node over two others: RFC 6962, 2.1. The first byte keeps nodes and leaves apart. Hashes are hexadecimal text. */
export function nodeHash(left: string, right: string): string {
  return hash('sha256', Buffer.from(`01${left}${right}`, 'hex'));
}

/**
 * What must be kept of a tree to let it grow: the roots of its complete subtrees, the largest first, one for each
 * bit that is set in its size.
 */
export class Frontier {
  private constructor(
    private leaves: number,
    private readonly subtrees: string[],
  ) {}

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /** Refuses a frontier that no tree of this size can have. */
  static of(size: number, roots: readonly string[]): Frontier {
    if (!Number.isSafeInteger(size) || size < 0 || roots.length !== bitsSet(size)) {
      throw new Error(`${roots.length} subtrees do not make a tree of ${size} leaves`);
    }
    return new Frontier(size, [...roots]);
  }

  get size(): number {
    return this.leaves;
  }

  get roots(): readonly string[] {
    return this.subtrees;
  }

  append(leaf: string): void {
    let node = leaf;
    for (let n = this.leaves; n % 2 === 1; n = (n - 1) / 2) node = nodeHash(this.subtrees.pop()!, node);
    this.subtrees.push(node);
    this.leaves += 1;
  }

  /** The hash that stands for all leaves and their order. */
  root(): string {
    if (this.leaves === 0) return hash('sha256', '');
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
