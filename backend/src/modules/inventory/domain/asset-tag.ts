import type { AssetKind } from './asset.js';

const PREFIXES: Record<AssetKind, string> = {
  system: 'SYS',
  application: 'APP',
  device: 'DEV',
  media: 'MED',
  facility: 'FAC',
  process: 'PRC',
};

/** SYS-007 of 7. */
export function tagOf(kind: AssetKind, number: number): string {
  return `${PREFIXES[kind]}-${String(number).padStart(3, '0')}`;
}

/** The number in a tag of this kind's series, whatever its case; null for tags that people made up. */
export function tagNumber(kind: AssetKind, tag: string): number | null {
  const start = `${PREFIXES[kind]}-`;
  if (!tag.toUpperCase().startsWith(start)) return null;
  const digits = tag.slice(start.length);
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** Hands out the next free tags of each kind's series. */
export class TagSeries {
  private readonly highest = new Map<AssetKind, number>();
  private readonly taken = new Set<string>();

  /** A tag that is in use, or will be. */
  take(kinds: readonly AssetKind[], tag: string): void {
    this.taken.add(tag.toLowerCase());
    for (const kind of kinds) {
      const number = tagNumber(kind, tag);
      if (number !== null && number > (this.highest.get(kind) ?? 0)) this.highest.set(kind, number);
    }
  }

  next(kind: AssetKind): string {
    let number = this.highest.get(kind) ?? 0;
    let tag: string;
    do tag = tagOf(kind, (number += 1));
    while (this.taken.has(tag.toLowerCase()));
    this.take([kind], tag);
    return tag;
  }
}
