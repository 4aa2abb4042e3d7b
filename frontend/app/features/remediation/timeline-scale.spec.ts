import { describe, expect, it } from 'vitest';
import { timelineScale } from './timeline-scale';

describe('a line in time', () => {
  it('holds every day, with a week at each end', () => {
    const scale = timelineScale(['2027-03-01', '2027-01-10', '2027-02-01']);
    expect([scale.from, scale.to]).toEqual(['2027-01-03', '2027-03-08']);
    expect([scale.at(scale.from), scale.at(scale.to)]).toEqual([0, 100]);
    expect(scale.at('2027-02-01')).toBeCloseTo((29 / 64) * 100, 1);
    expect(scale.ticks).toEqual(['2027-02-01', '2027-03-01']);
  });

  it('stands on one day, too', () => {
    expect(timelineScale(['2027-03-01']).at('2027-03-01')).toBe(50);
  });

  it.each([
    ['two years', '2026-01-10', '2027-12-20'],
    ['forty years', '1990-01-10', '2030-01-20'],
  ])('has no more marks than fit over %s', (_, first, last) => {
    const { ticks, from, to } = timelineScale([first, last]);
    expect(ticks.length).toBeGreaterThan(2);
    expect(ticks.length).toBeLessThanOrEqual(8);
    expect(ticks.every((tick) => tick > from && tick <= to && tick.endsWith('-01'))).toBe(true);
  });
});
