import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import type { Decision } from './change-kinds.js';
import { decisionProblems, type Standing } from './decide.js';
import { changeReviewDue } from './review-term.js';

const signed: Standing = { isSigned: true, drafts: [], inReview: false };
const reason = 'The new scanner stands where the old one stood.';

describe('a decision about a change', () => {
  it.each<[Decision, { reason?: string; assessmentId?: string }, Partial<Standing>, string[]]>([
    ['not-needed', {}, {}, []],
    ['not-needed', { reason: 'Too short' }, {}, ['reason']],
    ['not-needed', { assessmentId: 'a' }, { drafts: ['a'] }, ['assessmentId']],
    ['taken-in', { reason: '', assessmentId: 'a' }, { drafts: ['a'] }, []],
    ['taken-in', { reason: '' }, { drafts: ['a'] }, ['assessmentId']],
    ['taken-in', { assessmentId: 'b' }, { drafts: ['a'] }, ['assessmentId']],
    ['reassess', {}, {}, []],
    ['reassess', { reason: '' }, {}, ['reason']],
    ['reassess', {}, { isSigned: false }, ['decision']],
    ['reassess', {}, { drafts: ['a'] }, ['decision']],
    ['reassess', {}, { inReview: true }, ['decision']],
  ])('%s with %o while %o has problems in %o', (decision, given, standing, fields) => {
    const request = { reason, assessmentId: null, ...given };
    expect(Object.keys(decisionProblems(decision, request, { ...signed, ...standing }))).toEqual(fields);
  });
});

describe('the review of changes is due', () => {
  it.each([
    ['2026-01-31', '2025-11-01', '2026-03-02'],
    ['2028-01-31', '2025-11-01', '2028-03-01'],
    // It happened before the signature and became known after it.
    ['2025-03-01', '2025-11-01', '2025-12-01'],
  ])('30 days after %s, with the analysis of %s: on %s', (oldest, signedOn, due) => {
    expect(changeReviewDue(calendarDate(oldest), calendarDate(signedOn))).toBe(due);
  });
});
