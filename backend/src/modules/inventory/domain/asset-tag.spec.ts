import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TagSeries, tagNumber, tagOf } from './asset-tag.js';
import { ASSET_KINDS } from './asset.js';

describe('suggested tags', () => {
  it('begin at 001 and name the kind', () => {
    expect(ASSET_KINDS.map((kind) => new TagSeries().next(kind))).toEqual([
      'SYS-001',
      'APP-001',
      'DEV-001',
      'MED-001',
      'FAC-001',
      'PRC-001',
    ]);
  });

  it('go on behind the highest that is in use, whatever its case', () => {
    const series = new TagSeries();
    for (const tag of ['SYS-002', 'sys-0041', 'SYS-x9', 'front desk', 'APP-9']) series.take(ASSET_KINDS, tag);
    expect([series.next('system'), series.next('system'), series.next('application')]).toEqual([
      'SYS-042',
      'SYS-043',
      'APP-010',
    ]);
  });

  it('grow beyond three digits', () => {
    expect(tagOf('device', 12_345)).toBe('DEV-12345');
    expect(tagNumber('device', 'DEV-12345')).toBe(12_345);
  });

  it('are never one that is taken, and never twice the same', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.nat({ max: 30 }).map((n) => tagOf('media', n)),
          ),
        ),
        (taken) => {
          const series = new TagSeries();
          for (const tag of taken) series.take(ASSET_KINDS, tag);
          const made = Array.from({ length: 10 }, () => series.next('media'));
          expect(new Set([...made, ...taken].map((tag) => tag.toLowerCase())).size).toBe(
            10 + new Set(taken.map((tag) => tag.toLowerCase())).size,
          );
        },
      ),
    );
  });
});
