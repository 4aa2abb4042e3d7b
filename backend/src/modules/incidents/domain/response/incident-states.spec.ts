import { describe, expect, it } from 'vitest';
import {
  closingProblems,
  INCIDENT_STATES,
  STATE_MOVES,
  stateMove,
  type ClosingFacts,
} from './incident-states.js';

const closable: ClosingFacts = {
  state: 'remediate',
  phiInvolved: 'yes',
  openDuties: 0,
  openTasks: 0,
  openDeterminations: 0,
};

describe('the life of an incident', () => {
  it('goes through the states of the plan without a reason', () => {
    const plan = ['reported', 'triage', 'contain', 'investigate', 'assess', 'notify', 'remediate'] as const;
    for (const [at, from] of plan.slice(0, -1).entries())
      expect(stateMove(from, plan[at + 1]!)?.asksReason, `${from} to ${plan[at + 1]}`).toBe(false);
  });

  it('goes back with a reason only', () => {
    for (const { from, to, asksReason } of STATE_MOVES) {
      const goesBack = INCIDENT_STATES.indexOf(to) < INCIDENT_STATES.indexOf(from);
      if (goesBack) expect(asksReason, `${from} to ${to}`).toBe(true);
    }
  });

  it('never goes back to where it was only reported, and is closed by two people and not by a move', () => {
    expect(STATE_MOVES.map(({ to }) => to)).not.toContain('reported');
    expect(INCIDENT_STATES.filter((from) => stateMove(from, 'closed'))).toEqual([]);
  });

  it('can leave each state, so that nobody is stuck', () => {
    for (const state of INCIDENT_STATES)
      expect(
        STATE_MOVES.some(({ from }) => from === state),
        state,
      ).toBe(true);
  });
});

describe('closing', () => {
  it('is possible once everything is settled', () => {
    expect(closingProblems(closable)).toEqual([]);
    expect(closingProblems({ ...closable, state: 'triage', phiInvolved: 'no' })).toEqual([]);
  });

  it.each([
    [{ state: 'notify' as const }, 'not-from-here'],
    [{ state: 'reported' as const }, 'not-from-here'],
    [{ phiInvolved: 'unknown' as const }, 'phi-unknown'],
    [{ openDuties: 1 }, 'duties-open'],
    [{ openTasks: 1 }, 'tasks-open'],
    [{ openDeterminations: 1 }, 'determination-open'],
  ])('is refused with %j: %s', (change, problem) => {
    expect(closingProblems({ ...closable, ...change })).toEqual([problem]);
  });
});
