import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import { changeableFields, dueObligationOf, isOverdue } from './action-plan.js';
import {
  ACTION_STATUSES,
  ACTION_TRANSITIONS,
  allowedActions,
  transitionRefusal,
  type ActionFacts,
  type ActionTransition,
  type ActionViewer,
} from './action-transitions.js';

const viewer = (rights: Partial<ActionViewer> = {}): ActionViewer => ({
  memberId: 'me',
  plans: false,
  works: false,
  validates: false,
  ...rights,
});
const officer = viewer({ plans: true, works: true, validates: true });
const owner = viewer({ works: true });
const action = (facts: Partial<ActionFacts> = {}): ActionFacts => ({
  status: 'planned',
  ownerId: null,
  completedBy: null,
  ...facts,
});

describe('the life of an action', () => {
  const all: ActionTransition[] = ['start', 'completion', 'validation', 'cancellation', 'reopening'];
  const possible = new Set(ACTION_TRANSITIONS.map(({ transition, from }) => `${from}>${transition}`));

  it.each(ACTION_STATUSES.flatMap((status) => all.map((transition) => [status, transition] as const)))(
    '%s: %s',
    (status, transition) => {
      const refusal = transitionRefusal(
        transition,
        action({ status, completedBy: 'somebody else' }),
        officer,
      );
      expect(refusal).toBe(possible.has(`${status}>${transition}`) ? null : 'not-possible');
    },
  );

  it('has one outcome for each status and transition', () => {
    expect(possible.size).toBe(ACTION_TRANSITIONS.length);
  });

  it('is validated by somebody other than the one who completed it, whatever their rights', () => {
    expect(transitionRefusal('validation', action({ status: 'done', completedBy: 'me' }), officer)).toBe(
      'own-work',
    );
    expect(
      transitionRefusal('validation', action({ status: 'done', completedBy: 'you' }), officer),
    ).toBeNull();
  });

  it('is worked on by its owner, and by nobody else who does not plan', () => {
    expect(transitionRefusal('start', action({ ownerId: 'me' }), owner)).toBeNull();
    expect(transitionRefusal('start', action({ ownerId: 'you' }), owner)).toBe('not-yours');
    expect(transitionRefusal('start', action(), owner)).toBe('not-yours');
    expect(transitionRefusal('cancellation', action({ ownerId: 'me' }), owner)).toBe('not-yours');
    expect(
      transitionRefusal('validation', action({ status: 'done', ownerId: 'me', completedBy: 'you' }), owner),
    ).toBe('not-yours');
  });

  it.each<[string, ActionFacts, ActionViewer, string[]]>([
    ['the officer, planned', action(), officer, ['update', 'work', 'start', 'completion', 'cancellation']],
    [
      'its owner, in progress',
      action({ status: 'in-progress', ownerId: 'me' }),
      owner,
      ['work', 'completion'],
    ],
    ['a reader', action({ ownerId: 'you' }), viewer(), []],
    [
      'who completed it',
      action({ status: 'done', completedBy: 'me' }),
      officer,
      ['update', 'work', 'reopening'],
    ],
    [
      'the officer, done',
      action({ status: 'done', completedBy: 'you' }),
      officer,
      ['update', 'work', 'validation', 'reopening'],
    ],
    ['the officer, cancelled', action({ status: 'cancelled' }), officer, ['reopening']],
  ])('offers to %s what they may do', (_who, facts, who, expected) => {
    expect(allowedActions(facts, who)).toEqual(expected);
  });
});

describe('the date of an action', () => {
  const today = calendarDate('2026-11-22');
  const due = (status: ActionFacts['status'], dueOn: string | null) => ({
    status,
    dueOn: dueOn === null ? null : calendarDate(dueOn),
  });

  it('is late from the day after, as long as something is left to do', () => {
    expect(isOverdue(due('planned', '2026-11-21'), today)).toBe(true);
    expect(isOverdue(due('in-progress', '2026-11-22'), today)).toBe(false);
    expect(isOverdue(due('done', '2026-11-01'), today)).toBe(false);
    expect(isOverdue(due('planned', null), today)).toBe(false);
  });

  it('is an obligation while something is left to do', () => {
    expect(dueObligationOf(due('planned', '2026-12-01'))).toBe('2026-12-01');
    expect(dueObligationOf(due('cancelled', '2026-12-01'))).toBeNull();
    expect(dueObligationOf(due('in-progress', null))).toBeNull();
  });

  it('stands still once the action is settled; only late invoices come in', () => {
    expect(changeableFields('in-progress')).toBeNull();
    expect(changeableFields('validated')).toEqual(['spentCents', 'yearlySpentCents']);
    expect(changeableFields('cancelled')).toEqual([]);
  });
});
