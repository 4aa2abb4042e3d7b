import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import { mergeSightings, reconcile, type KnownVulnerability, type PlacedSighting } from './reconcile.js';
import type { Sighting } from './sighting.js';

const day = calendarDate;
const sighting = (more: Partial<Sighting> = {}): Sighting => ({
  tool: 'Nessus',
  ruleId: '1',
  title: 'Old TLS',
  description: '',
  output: '',
  solution: '',
  cves: [],
  severity: 'high',
  cvss: 7.5,
  location: '443/tcp',
  fingerprint: '',
  firstSeenOn: null,
  lastSeenOn: null,
  suppressed: null,
  ...more,
});
const seen = (on: string, more: Partial<Sighting> = {}, key = 'k1'): PlacedSighting => ({
  key,
  coverKey: 'host',
  assetId: 'asset',
  host: 'srv',
  seenOn: day(on),
  sighting: sighting(more),
});
const known = (more: Partial<KnownVulnerability> = {}): KnownVulnerability => ({
  id: 'v1',
  key: 'k1',
  coverKey: 'host',
  status: 'open',
  severity: 'high',
  statusOn: null,
  firstSeenOn: day('2026-03-01'),
  lastSeenOn: day('2026-03-01'),
  absentSinceOn: null,
  ...more,
});
const scan = (on: string, isComplete = false, covered = ['host']) => ({
  scannedOn: day(on),
  isComplete,
  covered: new Set(covered),
});

describe('what a file sees', () => {
  it('is new once, and the same again afterwards', () => {
    const first = reconcile([], [seen('2026-04-01')], scan('2026-04-01'));
    expect([first.added.length, first.changed.length]).toEqual([1, 0]);
    const again = reconcile([known()], [seen('2026-04-01')], scan('2026-04-01'));
    expect(again.added).toEqual([]);
    expect(again.changed).toMatchObject([
      { status: 'open', lastSeenOn: '2026-04-01', firstSeenOn: '2026-03-01', events: [], takesWords: true },
    ]);
  });

  it('comes back when a look after the fix finds it', () => {
    const fixed = known({ status: 'fixed', statusOn: day('2026-03-10') });
    const { changed } = reconcile([fixed], [seen('2026-03-10')], scan('2026-03-10'));
    expect(changed).toMatchObject([{ status: 'open', events: ['came-back'] }]);
  });

  it.each([
    ['a look from before the fix', { statusOn: day('2026-03-10') }, '2026-03-09'],
    ['the file that was there already', { statusOn: day('2026-03-01') }, '2026-03-01'],
  ])('stays fixed after %s', (_, facts, on) => {
    const { changed } = reconcile([known({ status: 'fixed', ...facts })], [seen(on)], scan(on));
    expect(changed).toMatchObject([{ status: 'fixed', events: [] }]);
  });

  it.each(['false-positive', 'accepted'] as const)('stays %s, as somebody decided', (status) => {
    const { changed } = reconcile(
      [known({ status, statusOn: day('2026-03-02') })],
      [seen('2026-04-01')],
      scan('2026-04-01', true),
    );
    expect(changed).toMatchObject([{ status, lastSeenOn: '2026-04-01', events: [] }]);
  });

  it('tells of a new severity, and that it is there again', () => {
    const { changed } = reconcile(
      [known({ absentSinceOn: day('2026-03-20') })],
      [seen('2026-04-01', { severity: 'critical' })],
      scan('2026-04-01'),
    );
    expect(changed).toMatchObject([{ absentSinceOn: null, events: ['seen-again', 'rated'] }]);
  });

  it('never moves back with an older file', () => {
    const later = known({ lastSeenOn: day('2026-05-01'), absentSinceOn: day('2026-05-02') });
    const { changed } = reconcile(
      [later],
      [seen('2026-02-01', { severity: 'low' })],
      scan('2026-02-01', true),
    );
    expect(changed).toMatchObject([
      {
        firstSeenOn: '2026-02-01',
        lastSeenOn: '2026-05-01',
        absentSinceOn: '2026-05-02',
        takesWords: false,
        events: [],
      },
    ]);
  });
});

describe('what a newer file does not see', () => {
  it('is marked, and stays open, unless the scan was complete', () => {
    expect(reconcile([known()], [], scan('2026-04-01')).changed).toMatchObject([
      { status: 'open', absentSinceOn: '2026-04-01', events: ['not-seen'] },
    ]);
    expect(reconcile([known()], [], scan('2026-04-01', true)).changed).toMatchObject([
      { status: 'fixed', events: ['fixed'] },
    ]);
  });

  it('is left alone on a host that was not looked at, and by an older or equally old scan', () => {
    expect(reconcile([known()], [], scan('2026-04-01', true, ['another'])).changed).toEqual([]);
    expect(reconcile([known()], [], scan('2026-03-01', true)).changed).toEqual([]);
    expect(reconcile([known()], [], scan('2026-02-01', true)).changed).toEqual([]);
  });

  it('is marked once', () => {
    const marked = known({ absentSinceOn: day('2026-04-01') });
    expect(reconcile([marked], [], scan('2026-05-01')).changed).toEqual([]);
    expect(reconcile([marked], [], scan('2026-05-01', true)).changed).toMatchObject([
      { status: 'fixed', absentSinceOn: '2026-04-01' },
    ]);
  });
});

describe('rows of the same thing', () => {
  it('become one with all CVEs, the worst severity and the earliest day', () => {
    const merged = mergeSightings([
      seen('2026-04-01', {
        cves: ['CVE-2026-0001'],
        severity: 'medium',
        cvss: 5,
        firstSeenOn: day('2026-03-01'),
      }),
      seen('2026-04-02', {
        cves: ['CVE-2026-0002'],
        severity: 'critical',
        cvss: 9.8,
        firstSeenOn: day('2026-01-01'),
      }),
      seen('2026-04-01', {}, 'k2'),
    ]);
    expect(merged).toHaveLength(2);
    expect(merged[0]).toMatchObject({
      seenOn: '2026-04-02',
      sighting: {
        cves: ['CVE-2026-0001', 'CVE-2026-0002'],
        severity: 'critical',
        cvss: 9.8,
        firstSeenOn: '2026-01-01',
      },
    });
  });

  it('are suppressed only if all of them are', () => {
    const suppressed = (...why: (string | null)[]) =>
      mergeSightings(why.map((one) => seen('2026-04-01', { suppressed: one })))[0]!.sighting.suppressed;
    expect(suppressed('Test data', 'Test data too')).toBe('Test data');
    expect(suppressed('Test data', null)).toBeNull();
    expect(suppressed(null, 'Test data')).toBeNull();
    expect(suppressed('Test data', null, 'Test data')).toBeNull();
  });
});
