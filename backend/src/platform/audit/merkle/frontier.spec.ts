import fc from 'fast-check';
import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Frontier, nodeHash } from './frontier.js';

/** The inputs and roots that the reference implementations of RFC 6962 test themselves with. */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leafHash = (hex: string): string => hash('sha256', Buffer.from(`00${hex}`, 'hex'));

/** RFC 6962, 2.1, word for word: split at the largest power of two below the size. */
function rootByDefinition(leaves: string[]): string {
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split)));
}

function grown(leaves: string[]): Frontier {
  const frontier = Frontier.empty();
  for (const leaf of leaves) frontier.append(leaf);
  return frontier;
}

describe('the tree', () => {
  it('has the roots of RFC 6962 at every size', () => {
    const leaves = INPUTS.map(leafHash);
    expect(ROOTS.map((_, size) => grown(leaves.slice(0, size)).root())).toEqual(ROOTS);
  });

  it('grows from its frontier alone to the root that the definition gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (size, cut) => {
        const leaves = Array.from({ length: size }, (_, n) => leafHash(n.toString(16).padStart(4, '0')));
        const before = grown(leaves.slice(0, Math.min(cut, size)));
        const after = Frontier.of(before.size, before.roots);
        for (const leaf of leaves.slice(after.size)) after.append(leaf);
        expect(after.size).toBe(size);
        expect(after.root()).toEqual(rootByDefinition(leaves));
      }),
    );
  });

  it('keeps a leaf and a node of the same bytes apart', () => {
    const [a, b] = [leafHash('61'), leafHash('62')];
    expect(leafHash(a + b)).not.toBe(nodeHash(a, b));
  });

  it('refuses a frontier that no tree of that size has', () => {
    expect(() => Frontier.of(3, ['00'])).toThrow('do not make a tree of 3');
    expect(() => Frontier.of(-1, [])).toThrow();
  });
});
