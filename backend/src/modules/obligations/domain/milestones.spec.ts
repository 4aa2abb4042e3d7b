import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, daysBetween } from '../../../platform/kernel/calendar-date.js';
import {
  BREACH_PLAN,
  nextOverdue,
  plannedMilestones,
  reminderPlan,
  settleDue,
  type Milestone,
} from './milestones.js';

const dueOn = calendarDate('2027-03-14');
const names = (milestones: Milestone[]): string[] =>
  milestones.map(({ name, remindOn }) => `${name} ${remindOn}`);
const anyDate = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(calendarDate('2000-01-01'), days));

describe('the reminders of an obligation', () => {
  it('come 60, 30, 14 and 7 days before, on the day, and a week after', () => {
    expect(names(plannedMilestones(dueOn, calendarDate('2026-03-14')))).toEqual([
      'before-60 2027-01-13',
      'before-30 2027-02-12',
      'before-14 2027-02-28',
      'before-7 2027-03-07',
      'due 2027-03-14',
      'overdue-7 2027-03-21',
    ]);
  });

  it('of a breach notice come eleven times, and each day once it is late', () => {
    expect(reminderPlan('breach-notice.due')).toBe(BREACH_PLAN);
    const planned = plannedMilestones(dueOn, calendarDate('2027-01-13'), BREACH_PLAN);
    expect(names(planned)).toEqual([
      'before-45 2027-01-28',
      'before-30 2027-02-12',
      'before-20 2027-02-22',
      'before-14 2027-02-28',
      'before-10 2027-03-04',
      'before-7 2027-03-07',
      'before-5 2027-03-09',
      'before-3 2027-03-11',
      'before-2 2027-03-12',
      'before-1 2027-03-13',
      'due 2027-03-14',
      'overdue-1 2027-03-15',
    ]);
    const third = settleDue(dueOn, calendarDate('2027-03-17'), planned, BREACH_PLAN);
    expect(third.send).toEqual({ name: 'overdue-3', remindOn: '2027-03-17' });
    expect(third.next).toEqual({ name: 'overdue-4', remindOn: '2027-03-18' });
  });

  it('leave out what lies behind, and the day on which it is opened', () => {
    expect(names(plannedMilestones(dueOn, calendarDate('2027-03-07')))).toEqual([
      'due 2027-03-14',
      'overdue-7 2027-03-21',
    ]);
  });

  it('tell at once of what is due today', () => {
    expect(names(plannedMilestones(dueOn, dueOn))).toEqual(['due 2027-03-14', 'overdue-7 2027-03-21']);
  });

  it('go on with the next week for what is overdue already', () => {
    expect(names(plannedMilestones(dueOn, calendarDate('2027-03-24')))).toEqual(['overdue-14 2027-03-28']);
  });

  it('are never planned for a day that has passed', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (due, from) => {
        const planned = plannedMilestones(due, from);
        expect(planned.length).toBeGreaterThan(0);
        for (const { remindOn } of planned) expect(remindOn >= from).toBe(true);
        expect(new Set(planned.map(({ name }) => name)).size).toBe(planned.length);
      }),
    );
  });
});

describe('reminders that are due', () => {
  const planned = plannedMilestones(dueOn, calendarDate('2026-03-14'));
  const dueOnDay = (today: string): Milestone[] => planned.filter(({ remindOn }) => remindOn <= today);

  it('send the one of the day', () => {
    expect(settleDue(dueOn, calendarDate('2027-01-13'), dueOnDay('2027-01-13'))).toEqual({
      send: { name: 'before-60', remindOn: '2027-01-13' },
      skip: [],
      next: null,
    });
  });

  it('send only the latest after a standstill, and skip the earlier ones', () => {
    const outcome = settleDue(dueOn, calendarDate('2027-03-10'), dueOnDay('2027-03-10'));
    expect(outcome.send.name).toBe('before-7');
    expect(outcome.skip.map(({ name }) => name)).toEqual(['before-60', 'before-30', 'before-14']);
  });

  it('send one reminder for 90 days of standstill after the due date, and go on weekly', () => {
    const today = addDays(dueOn, 90);
    const outcome = settleDue(dueOn, today, dueOnDay(today));
    expect(outcome.send).toEqual({ name: 'overdue-84', remindOn: addDays(dueOn, 84) });
    expect(outcome.skip).toHaveLength(6);
    expect(outcome.next).toEqual({ name: 'overdue-91', remindOn: addDays(dueOn, 91) });
  });

  it('always keep one week ahead once overdue, never on a day that has passed', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 7, max: 900 }), (due, late) => {
        const today = addDays(due, late);
        const outcome = settleDue(due, today, [nextOverdue(due, due)]);
        expect(outcome.send.remindOn <= today && daysBetween(outcome.send.remindOn, today) < 7).toBe(true);
        expect(outcome.next && outcome.next.remindOn > today).toBe(true);
      }),
    );
  });
});
