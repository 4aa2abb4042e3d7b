import { codeNumber, codeOf, CodeSeries } from './code-series.js';
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
  return codeOf(PREFIXES[kind], number);
}

/** The number in a tag of this kind's series, whatever its case; null for tags that people made up. */
export function tagNumber(kind: AssetKind, tag: string): number | null {
  return codeNumber(PREFIXES[kind], tag);
}

/** Hands out the next free tags of each kind's series. */
export class TagSeries extends CodeSeries<AssetKind> {
  constructor() {
    super(PREFIXES);
  }
}
