import { expect, it } from 'vitest';
import { calendarDateIn } from '../platform/kernel/calendar-date.js';
import { SeedClock } from './seed-clock.js';

const ZONES = ['America/Denver', 'America/New_York', 'Pacific/Kiritimati', 'UTC'];

it.each(ZONES)('in %s a day of the story is that calendar date, within the hours of an office', (zone) => {
  const clock = begun(zone);
  for (let daysAgo = 1; daysAgo <= 400; daysAgo += 7) {
    clock.goTo(daysAgo);
    for (let n = 0; n < 300; n += daysAgo % 5 === 0 ? 1 : 100) clock.wrote();
    const read = clock.read(new Date());
    expect(calendarDateIn(zone, read)).toBe(clock.dateIn(-daysAgo, zone));
    const hour = Number(read.toLocaleString('en-GB', { timeZone: zone, hour: '2-digit' }));
    // An hour more and less, for a zone whose clocks were changed in between.
    expect(hour).toBeGreaterThanOrEqual(7);
    expect(hour).toBeLessThanOrEqual(18);
  }
});

it('writing takes minutes, and who comes back to a day goes on where it stood', () => {
  const clock = begun('America/Denver');
  clock.goTo(30);
  const first = clock.read(new Date());
  clock.wrote();
  const second = clock.read(new Date());
  clock.goTo(20);
  clock.goTo(30);
  const third = clock.read(new Date());
  expect(second.getTime() - first.getTime()).toBeGreaterThan(59_000);
  expect(third.getTime()).toBeGreaterThanOrEqual(second.getTime());
});

it('today is the real time', () => {
  const clock = begun('America/Denver');
  const now = new Date();
  clock.wrote();
  expect(clock.read(now)).toEqual(now);
});

function begun(zone: string): SeedClock {
  const clock = new SeedClock();
  clock.beginIn(zone);
  return clock;
}
