import { describe, expect, it } from 'vitest';
import {
  mayRead,
  mayRelease,
  mayRun,
  maySeeCounsel,
  mayWork,
  type IncidentViewer,
} from './incident-viewer.js';

const me = (more: Partial<IncidentViewer> = {}): IncidentViewer => ({
  memberId: 'me',
  readsAll: false,
  runs: false,
  works: true,
  decides: false,
  closes: false,
  ...more,
});

describe('who may do what with an incident', () => {
  it('opens it to its team and to those who read all', () => {
    expect(mayRead(me(), {})).toBe(false);
    expect(mayRead(me(), { privacy: 'me' })).toBe(true);
    expect(mayRead(me({ readsAll: true }), {})).toBe(true);
  });

  it('lets the commander and those who run incidents lead, the team work', () => {
    expect(mayRun(me(), { security: 'me' })).toBe(false);
    expect(mayRun(me(), { commander: 'me' })).toBe(true);
    expect(mayRun(me({ runs: true }), {})).toBe(true);
    expect(mayWork(me(), { security: 'me' })).toBe(true);
    expect(mayWork(me(), { security: 'other' })).toBe(false);
  });

  it('gives an auditor who holds a role nothing to write', () => {
    const auditor = me({ works: false, readsAll: true });
    expect(mayWork(auditor, { commander: 'me' })).toBe(false);
    expect(mayRun(auditor, { commander: 'me' })).toBe(false);
    expect(maySeeCounsel(auditor, { legal: 'me' })).toBe(false);
  });

  it('opens counsel’s lane to counsel and commander of this incident only', () => {
    expect(maySeeCounsel(me({ runs: true, readsAll: true }), {})).toBe(false);
    expect(maySeeCounsel(me(), { privacy: 'me' })).toBe(false);
    expect(maySeeCounsel(me(), { legal: 'me' })).toBe(true);
    expect(maySeeCounsel(me(), { commander: 'me' })).toBe(true);
    expect(mayRelease(me(), { commander: 'me' })).toBe(false);
    expect(mayRelease(me(), { legal: 'me' })).toBe(true);
  });
});
