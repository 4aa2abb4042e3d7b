import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import { organizationStep, type May, type Standing } from './organization-step.js';

const officer: May = { invite: false, listAssets: true, analyse: true, approve: true };
const admin: May = { invite: true, listAssets: true, analyse: false, approve: true };
const staff: May = { invite: false, listAssets: false, analyse: false, approve: false };

const standing: Standing = {
  today: calendarDate('2027-01-10'),
  officers: 1,
  assets: 12,
  latest: { status: 'signed', preparedByMe: false },
  otherApprovers: 2,
  reviewDueOn: calendarDate('2027-12-01'),
};
const draft = { status: 'draft', preparedByMe: true } as const;
const inReview = { status: 'in-review', preparedByMe: false } as const;

describe('the next step of an organization', () => {
  it.each<[string, Partial<Standing>, May, string | null]>([
    [
      'the admin names a compliance officer first',
      { officers: 0, assets: 0, latest: null },
      admin,
      'name-officer',
    ],
    ['then what holds ePHI is listed', { assets: 0, latest: null }, officer, 'list-assets'],
    ['then the officer begins the analysis', { latest: null }, officer, 'start-analysis'],
    ['which is not the admin’s to begin', { latest: null }, admin, null],
    ['a draft says itself what comes next', { latest: draft }, officer, 'go-on'],
    ['and only to who works on it', { latest: draft }, admin, null],
    ['what waits for approval goes to the approver', { latest: inReview }, admin, 'go-on'],
    [
      'without a second person one has to be found',
      { latest: inReview, otherApprovers: 0 },
      officer,
      'find-approver',
    ],
    [
      'sixty days before the review the next analysis begins',
      { reviewDueOn: calendarDate('2027-03-11') },
      officer,
      'start-review',
    ],
    ['and not a day earlier', { reviewDueOn: calendarDate('2027-03-12') }, officer, 'go-on'],
    [
      'an overdue review is brought up too',
      { reviewDueOn: calendarDate('2026-03-12') },
      officer,
      'start-review',
    ],
    ['staff are not asked for what they cannot do', { assets: 0, latest: null, officers: 0 }, staff, null],
  ])('%s', (_, facts, may, step) => {
    expect(organizationStep({ ...standing, ...facts }, may)).toBe(step);
  });
});
