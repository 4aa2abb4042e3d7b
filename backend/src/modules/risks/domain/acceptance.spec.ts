import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import {
  approvalBar,
  acceptedState,
  changedSince,
  endRefusal,
  standingOfAcceptance,
  type AcceptanceFacts,
} from './acceptance.js';

const today = calendarDate('2026-11-22');
const approved: AcceptanceFacts = {
  status: 'approved',
  untilOn: calendarDate('2027-05-31'),
  isStale: false,
};
const risk = {
  title: 'A laptop is lost',
  description: '',
  assetId: 'a1',
  dataFlowId: null,
  findingId: null,
  inherentLikelihood: 'high',
  inherentImpact: 'high',
  inherentLevel: 'high',
  safeguards: 'Locks',
  safeguardIds: ['b', 'a'],
  residualLikelihood: 'low',
  residualImpact: 'high',
  residualLevel: 'low',
  ratingReason: '',
  treatment: 'accept' as const,
  treatmentReason: 'Nothing is stored on it',
};

describe('an acceptance', () => {
  it('is in force until the end of its last day, as long as the risk stays as it was accepted', () => {
    expect(standingOfAcceptance(approved, today)).toBe('in-force');
    expect(standingOfAcceptance({ ...approved, untilOn: today }, today)).toBe('in-force');
    expect(standingOfAcceptance({ ...approved, untilOn: calendarDate('2026-11-21') }, today)).toBe('ended');
    expect(standingOfAcceptance({ ...approved, isStale: true }, today)).toBe('stale');
  });

  it.each(['asked', 'refused', 'withdrawn'] as const)('that is %s is nothing else', (status) => {
    expect(standingOfAcceptance({ ...approved, status, isStale: true }, today)).toBe(status);
  });

  it('ends after today and within a year', () => {
    expect(endRefusal(today, today)).toContain('after today');
    expect(endRefusal(calendarDate('2027-11-23'), today)).toContain('November 22, 2027');
    expect(endRefusal(calendarDate('2027-11-22'), today)).toBeNull();
    expect(endRefusal(calendarDate('2026-11-23'), today)).toBeNull();
  });
});

describe('who approves an acceptance', () => {
  it.each([
    ['asker', 'asked'],
    ['owner', 'owns'],
    ['another', null],
  ])('%s: %s', (memberId, bar) => {
    expect(approvalBar({ askedById: 'asker', ownerId: 'owner' }, memberId)).toBe(bar);
  });

  it('is anybody else where the risk has no owner', () => {
    expect(approvalBar({ askedById: 'asker', ownerId: null }, 'another')).toBeNull();
  });
});

describe('what was accepted', () => {
  it('is another one when anything that was decided is, and names it', () => {
    const before = acceptedState(risk, []);
    expect(changedSince(before, acceptedState(risk, []))).toEqual([]);
    expect(changedSince(before, acceptedState({ ...risk, safeguardIds: ['a', 'b'] }, []))).toEqual([]);
    expect(changedSince(before, acceptedState({ ...risk, residualLikelihood: 'high' }, []))).toEqual([
      'residualLikelihood',
    ]);
    expect(changedSince(before, acceptedState({ ...risk, assetId: 'a2', safeguards: '' }, []))).toEqual([
      'subject',
      'safeguards',
    ]);
    const wider = acceptedState(risk, [{ id: 'a3' }, { id: 'a2' }]);
    expect(changedSince(before, wider)).toEqual(['further']);
    expect(changedSince(wider, before)).toEqual(['further']);
    expect(changedSince(wider, acceptedState(risk, [{ id: 'a2' }, { id: 'a3' }]))).toEqual([]);
    // As it was written when a risk concerned one thing: what was accepted then is the same now.
    expect(before).not.toHaveProperty('further');
  });
});
