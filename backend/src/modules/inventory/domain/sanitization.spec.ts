import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../platform/kernel/calendar-date.js';
import { ASSET_KINDS, LIFECYCLES, type AssetFacts } from './asset.js';
import {
  needsSanitization,
  refuseLifecycle,
  sanitizationProblems,
  type SanitizationFacts,
} from './sanitization.js';

const today = calendarDate('2026-11-22');
const wiped: SanitizationFacts = {
  purpose: 'disposal',
  method: 'purge',
  notNeededReason: '',
  doneOn: today,
  doneBy: 'Priya',
  givenTo: '',
  verifiedBy: '',
  certificate: '',
};

describe('a record of sanitization', () => {
  it('is needed of what can keep data, and of whatever is said to hold ePHI', () => {
    const needing = (holdsEphi: boolean) =>
      ASSET_KINDS.filter((kind) => needsSanitization({ kind, holdsEphi }));
    expect(needing(true)).toEqual([...ASSET_KINDS]);
    expect(needing(false)).toEqual(['system', 'device', 'media']);
  });

  it.each<[Partial<SanitizationFacts>, object]>([
    [{}, {}],
    [{ doneOn: addDays(today, 1) }, { doneOn: 'This day has not come yet.' }],
    [{ method: 'not-needed' }, { notNeededReason: 'Say why nothing had to be removed.' }],
    [{ method: 'not-needed', notNeededReason: 'It never had a disk' }, {}],
    [
      { notNeededReason: 'x' },
      { notNeededReason: 'A reason belongs here only when nothing had to be removed.' },
    ],
    [{ purpose: 'reuse', method: 'clear' }, {}],
    [{ purpose: 'reuse', method: 'destroy' }, { method: 'What is destroyed is not used again.' }],
  ])('with %o has the problems %o', (change, problems) => {
    expect(sanitizationProblems({ ...wiped, ...change }, today)).toEqual(problems);
  });
});

describe('the status of an asset', () => {
  type Standing = Pick<AssetFacts, 'lifecycle' | 'kind' | 'holdsEphi'>;
  const laptop = (lifecycle: AssetFacts['lifecycle']): Standing => ({
    lifecycle,
    kind: 'device',
    holdsEphi: true,
  });
  const room = (lifecycle: AssetFacts['lifecycle']): Standing => ({
    lifecycle,
    kind: 'facility',
    holdsEphi: false,
  });

  it.each(['planned', 'in-service', 'retired'] as const)(
    '%s becomes disposed only with its record',
    (from) => {
      for (const hasRecord of [true, false])
        expect(refuseLifecycle(laptop(from), laptop('disposed'), hasRecord)).toMatch(/Record how/);
      expect(refuseLifecycle(room(from), room('disposed'), false)).toBeNull();
    },
  );

  it('cannot be disposed by becoming something harmless in the same change', () => {
    expect(refuseLifecycle(laptop('retired'), room('disposed'), false)).toMatch(/Record how/);
  });

  it('of a new asset is never disposed without a record', () => {
    expect(refuseLifecycle(null, laptop('disposed'), false)).toMatch(/Record how/);
  });

  it('stays disposed while other facts are put right, unless that calls for a record that is not there', () => {
    expect(refuseLifecycle(laptop('disposed'), laptop('disposed'), true)).toBeNull();
    expect(refuseLifecycle(room('disposed'), laptop('disposed'), false)).toMatch(/Record how/);
  });

  it('goes back from disposed to retired only', () => {
    const reached = LIFECYCLES.filter((to) => refuseLifecycle(laptop('disposed'), laptop(to), true) === null);
    expect(reached).toEqual(['retired', 'disposed']);
  });
});
