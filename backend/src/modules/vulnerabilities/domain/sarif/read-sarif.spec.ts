import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../../platform/kernel/calendar-date.js';
import { refuseJson } from './json-bounds.js';
import { readSarif, refuseSarif } from './read-sarif.js';

const LOCAL = { today: calendarDate('2026-11-22'), timeZone: 'America/New_York' };
const run = (results: object[], more: object = {}) => ({
  tool: {
    driver: {
      name: 'CodeQL',
      rules: [
        {
          id: 'js/sql',
          shortDescription: { text: 'SQL injection' },
          fullDescription: { text: 'Built from input.' },
          help: { markdown: 'Use parameters.' },
          properties: { 'security-severity': '8.8', tags: ['external/cve/CVE-2026-7777'] },
        },
        { id: 'js/note', defaultConfiguration: { level: 'note' } },
      ],
    },
  },
  results,
  ...more,
});
const log = (...runs: object[]) => ({ version: '2.1.0', runs });
const first = (result: object, more: object = {}) => readSarif(log(run([result], more)), LOCAL).results[0]!;

describe('a SARIF result', () => {
  it('is completed by its rule: title, score, words, CVE', () => {
    const found = first({
      ruleId: 'js/sql',
      ruleIndex: 0,
      message: { text: 'name goes into the query' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'src/a.js' }, region: { startLine: 7 } } }],
    });
    expect(found).toMatchObject({ row: 1, label: 'SQL injection', host: 'CodeQL', problems: [] });
    expect(found.sighting).toMatchObject({
      tool: 'CodeQL',
      ruleId: 'js/sql',
      severity: 'high',
      cvss: 8.8,
      output: 'name goes into the query',
      solution: 'Use parameters.',
      location: 'src/a.js:7',
      cves: ['CVE-2026-7777'],
    });
  });

  it('without words of its check is called by the check, never by the message, which may quote a patient', () => {
    const found = first({ ruleId: 'phi-log', message: { text: 'Jane Roe, born 1970, in a log' } });
    expect(found).toMatchObject({ label: 'phi-log', sighting: { title: 'phi-log' } });
    expect(found.sighting!.output).toBe('Jane Roe, born 1970, in a log');
  });

  it('has the CVEs of its id, its message and its check', () => {
    const message = { text: 'As CVE-2026-1111 and cve-2026-7777' };
    expect(first({ ruleId: 'js/sql', message }).sighting!.cves).toEqual(['CVE-2026-1111', 'CVE-2026-7777']);
  });

  it('has no halves of characters, which no database stores', () => {
    const found = first({ ruleId: 'x\ud83d', message: { text: 'a\ude00b\n😀' } });
    expect(found.sighting).toMatchObject({ ruleId: 'x', title: 'x', output: 'a b\n😀' });
  });

  it('of a check with long words is read to its end: within the time of a spec only if its words are read once', () => {
    const tags = Array.from({ length: 100_000 }, () => 'security');
    const rule = { id: 'long', help: { text: ' '.repeat(3_000_000) }, properties: { tags } };
    const results = Array.from({ length: 2_000 }, () => ({ ruleId: 'long' }));
    const read = readSarif(log({ tool: { driver: { name: 'CodeQL', rules: [rule] } }, results }), LOCAL);
    expect(read.results).toHaveLength(2_000);
  });

  it.each([
    [{ level: 'error' }, 'high'],
    [{ level: 'warning' }, 'medium'],
    [{ level: 'none' }, 'info'],
    [{}, 'low'],
    [{ level: 'error', kind: 'informational' }, 'info'],
    [{ properties: { 'security-severity': 9.5 } }, 'critical'],
  ])('without a score has the severity of its level: %j', (more, severity) => {
    expect(first({ ruleId: 'js/note', message: { text: 'm' }, ...more }).sighting!.severity).toBe(severity);
  });

  it('says of which run it is, and what stands for a host that it does not name', () => {
    const automationDetails = { id: 'nightly/portal/7' };
    const { results } = readSarif(
      log(run([{ ruleId: 'x' }]), run([{ ruleId: 'x' }], { automationDetails })),
      LOCAL,
    );
    expect(results.map(({ run: number, host, insteadOfHost }) => [number, host, insteadOfHost])).toEqual([
      [1, 'CodeQL', 'tool'],
      [2, 'nightly/portal', 'subject'],
    ]);
  });

  it('of several places says that the first one counts', () => {
    const place = (uri: string) => ({ physicalLocation: { artifactLocation: { uri } } });
    const found = first({
      ruleId: 'x',
      locations: [place('https://a.example/'), place('https://b.example/')],
    });
    expect(found).toMatchObject({ host: 'a.example', remarks: ['It names 2 places. The first one counts.'] });
    expect(found).not.toHaveProperty('insteadOfHost');
  });

  it('at the address of a site is of that host', () => {
    const at = (uri: string) =>
      first({ ruleId: 'x', locations: [{ physicalLocation: { artifactLocation: { uri } } }] });
    expect(at('https://user@Portal.example:8443/login').host).toBe('Portal.example');
    expect(at('https://user@Portal.example:8443/login').sighting!.location).toBe(':8443/login');
    expect(at('file:///srv/app/a.js').host).toBe('CodeQL');
  });

  it('is of what its run looked at: automation, then repository, then tool', () => {
    const versionControlProvenance = [{ repositoryUri: 'https://git.example/clinic/portal.git' }];
    expect(first({ ruleId: 'x' }, { versionControlProvenance }).host).toBe('portal');
    const automationDetails = { id: 'nightly-portal/2026-11-20' };
    expect(first({ ruleId: 'x' }, { versionControlProvenance, automationDetails }).host).toBe(
      'nightly-portal',
    );
  });

  it('keeps its fingerprint whatever line it moved to', () => {
    const at = (startLine: number) =>
      first({
        ruleId: 'x',
        partialFingerprints: { hash: 'abc:1' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a.js' }, region: { startLine } } }],
      }).sighting!.fingerprint;
    expect(at(3)).toBe(at(90));
    expect(at(3)).toContain('a.js');
  });

  it.each([
    [{ kind: 'pass' }, /passed/],
    [{ kind: 'notApplicable' }, /not apply/],
    [{ baselineState: 'absent' }, /gone/],
  ])('that tells of no vulnerability is left out, and says why: %j', (more, why) => {
    expect(first({ ruleId: 'x', ...more })).toMatchObject({
      sighting: null,
      leftOut: expect.stringMatching(why) as string,
    });
  });

  it('that is suppressed says so with the justification, unless that is under review', () => {
    const suppressed = (suppression: object) =>
      first({ ruleId: 'x', suppressions: [suppression] }).sighting!.suppressed;
    expect(suppressed({ kind: 'external', justification: 'Test data' })).toBe('Test data');
    expect(suppressed({ kind: 'inSource' })).toBe('no justification is given');
    expect(suppressed({ kind: 'external', status: 'underReview' })).toBeNull();
  });

  it.each([
    [{}, 'ruleId'],
    [{ ruleId: 'x', level: 'awful' }, 'level'],
    [{ ruleId: 'x', properties: { 'security-severity': 'high' } }, 'security-severity'],
  ])('with a bad part is not taken, and the part is named: %j', (result, part) => {
    const found = first(result);
    expect(found.sighting).toBeNull();
    expect(found.problems[0]!.place).toBe(`Run 1, result 1, ${part}`);
  });

  it.each(['2026-11-23T01:30:00.000Z', '2026-11-23T01:30:00'])(
    'of a run that ended at %s, 20:30 of the day before in New York, is of that day',
    (endTimeUtc) => {
      const found = first({ ruleId: 'x' }, { invocations: [{ endTimeUtc }] });
      expect(found.problems).toEqual([]);
      expect(found.sighting!.lastSeenOn).toBe('2026-11-22');
    },
  );

  it('of a run that ends tomorrow is not taken', () => {
    const invocations = [{ endTimeUtc: '2026-11-23T10:00:00Z' }];
    expect(first({ ruleId: 'x' }, { invocations }).problems[0]!.place).toContain('invocations');
  });
});

describe('several runs', () => {
  it('keep their tools and days apart, and their results are counted through', () => {
    const scan = readSarif(
      log(run([{ ruleId: 'x' }], { invocations: [{ endTimeUtc: '2026-11-01T10:00:00Z' }] }), {
        tool: { driver: { name: 'Trivy' } },
        results: [{ ruleId: 'CVE-2026-1111' }],
        invocations: [{ endTimeUtc: '2026-11-03T10:00:00Z' }],
      }),
      LOCAL,
    );
    expect(scan.tools).toEqual(['CodeQL', 'Trivy']);
    expect(scan.scannedOn).toBe('2026-11-03');
    expect(scan.results.map(({ row, sighting }) => [row, sighting!.tool, sighting!.lastSeenOn])).toEqual([
      [1, 'CodeQL', '2026-11-01'],
      [2, 'Trivy', '2026-11-03'],
    ]);
    expect(scan.results[1]!.sighting!.cves).toEqual(['CVE-2026-1111']);
  });
});

describe('what is no SARIF', () => {
  it.each([
    [{}, /runs/],
    [[], /runs/],
    [{ runs: {} }, /runs/],
    [{ version: '2.0.0', runs: [] }, /2\.1\.0/],
    [{ runs: [] }, /2\.1\.0/],
  ])('is refused with the reason: %j', (value, why) => {
    expect(refuseSarif(value)).toMatch(why);
  });

  it('is looked at before it is taken apart: depth and parts, outside of texts', () => {
    expect(refuseJson(Buffer.from('['.repeat(100_000)))).toMatch(/deep/);
    expect(refuseJson(Buffer.from(`["${'[{\\"'.repeat(1_000)}"]`))).toBeNull();
    expect(refuseJson(Buffer.from(`[${'[],'.repeat(1_600_000)}[]]`))).toMatch(/parts/);
  });

  it('never breaks the reader, whatever stands where', () => {
    for (const odd of [null, 7, 'x', [], [null], { rules: 3 }, [[]]])
      expect(() =>
        readSarif(
          { version: '2.1.0', runs: [odd, { tool: odd, results: odd }, run([odd as object])] },
          LOCAL,
        ),
      ).not.toThrow();
  });
});
