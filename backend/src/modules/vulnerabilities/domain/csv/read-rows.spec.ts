import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../../platform/kernel/calendar-date.js';
import { missingNeeds, readScanRows } from './read-rows.js';
import { headingRow, likelyTool, matchScanHeadings } from './scan-fields.js';

const LOCAL = { today: calendarDate('2026-11-22'), timeZone: 'America/New_York' };
const read = (headings: string[], ...rows: string[][]) =>
  readScanRows(
    rows.map((cells, index) => ({ row: index + 2, cells })),
    headings,
    { columns: matchScanHeadings(headings), tool: likelyTool(headings) },
    LOCAL,
  );

describe('headings of the usual scanners', () => {
  const NESSUS =
    'Plugin ID,CVE,CVSS v2.0 Base Score,Risk,Host,Protocol,Port,Name,Synopsis,Description,Solution,See Also,Plugin Output,CVSS v3.0 Base Score';
  const OPENVAS =
    'IP,Hostname,Port,Port Protocol,CVSS,Severity,QoD,Solution Type,NVT Name,Summary,Specific Result,NVT OID,CVEs,Task ID,Task Name,Timestamp,Result ID,Impact,Solution';
  const QUALYS =
    'IP,DNS,NetBIOS,OS,IP Status,QID,Title,Vuln Status,Type,Severity,Port,Protocol,FQDN,SSL,First Detected,Last Detected,CVE ID,CVSS3.1 Base,Threat,Impact,Solution,Results';

  it.each([
    ['Nessus', NESSUS],
    ['OpenVAS', OPENVAS],
    ['Qualys', QUALYS],
  ])('of %s say all that is needed', (tool, line) => {
    const headings = line.split(',');
    expect(likelyTool(headings)).toBe(tool);
    expect(missingNeeds({ columns: matchScanHeadings(headings), tool })).toEqual([]);
  });

  it('take the newer score, and the fuller text, of several columns', () => {
    const columns = matchScanHeadings(NESSUS.split(','));
    expect([columns[2], columns[13]]).toEqual([null, 'cvss']);
    expect([columns[8], columns[9]]).toEqual([null, 'description']);
  });

  it('are found below facts about the scan', () => {
    expect(headingRow([['Report of November'], ['Clinic', '1 host'], QUALYS.split(','), ['10.0.0.1']])).toBe(
      2,
    );
    expect(
      headingRow([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toBe(0);
  });

  it('that say too little are named by what is missing', () => {
    expect(missingNeeds({ columns: matchScanHeadings(['Weather', 'Port']), tool: '' })).toEqual([
      'host',
      'check',
      'severity',
      'tool',
    ]);
  });
});

describe('a row', () => {
  const HEAD = [
    'Host',
    'IP',
    'Plugin ID',
    'Name',
    'Severity',
    'CVSS',
    'Port',
    'Protocol',
    'CVE',
    'First seen',
    'Last seen',
    'State',
  ];
  const row = (more: Partial<Record<(typeof HEAD)[number], string>> = {}) => {
    const cells = { Host: 'srv-01', 'Plugin ID': '77', Name: 'Old TLS', Severity: 'High', ...more };
    return read(
      HEAD,
      HEAD.map((heading) => cells[heading as keyof typeof cells] ?? ''),
    )[0]!;
  };

  it('says host, check, severity, place and days', () => {
    const found = row({
      IP: '10.0.0.1',
      CVSS: '9.8 (AV:N)',
      Port: '443',
      Protocol: 'TCP',
      CVE: 'cve-2026-1234, CVE-2026-99999',
      'First seen': '11/01/2026',
      'Last seen': '2026-11-20',
    });
    expect(found).toMatchObject({
      row: 2,
      host: 'srv-01',
      aliases: ['10.0.0.1'],
      problems: [],
      leftOut: null,
    });
    expect(found.sighting).toMatchObject({
      tool: 'Nessus',
      ruleId: '77',
      severity: 'critical',
      cvss: 9.8,
      location: '443/tcp',
      cves: ['CVE-2026-1234', 'CVE-2026-99999'],
      firstSeenOn: '2026-11-01',
      lastSeenOn: '2026-11-20',
    });
  });

  it.each([
    ['Severity', 'terrible'],
    ['CVSS', 'eleven'],
    ['CVSS', '11'],
    ['Port', '70000'],
    ['CVE', 'heartbleed'],
    ['First seen', 'soon'],
    ['Last seen', '2026-11-23'],
  ] as const)('with a bad cell %s “%s” is not taken, and the cell is named', (heading, value) => {
    const found = row({ [heading]: value });
    expect(found.sighting).toBeNull();
    expect(found.problems).toEqual([expect.objectContaining({ place: heading, value })]);
  });

  it('was seen on the day that it was here', () => {
    // 20:30 of the 22nd in New York.
    const found = row({ 'First seen': '2026-11-01 01:30', 'Last seen': '2026-11-23T01:30:00Z' });
    expect(found.problems).toEqual([]);
    expect(found.sighting).toMatchObject({ firstSeenOn: '2026-11-01', lastSeenOn: '2026-11-22' });
  });

  it('without a host, without a check, or with days the wrong way around is not taken', () => {
    expect(row({ Host: '' }).problems).toHaveLength(1);
    expect(row({ 'Plugin ID': '', Name: '' }).problems).toHaveLength(1);
    expect(row({ 'First seen': '2026-11-10', 'Last seen': '2026-11-09' }).problems).toHaveLength(1);
  });

  it('with a cell beyond the headings is not taken', () => {
    expect(read(['Host', 'Name', 'Risk'], ['srv', 'x', 'low', 'stray'])[0]!.problems).toMatchObject([
      { column: 3, value: 'stray' },
    ]);
  });

  it('that the scanner calls fixed is left out, and says so', () => {
    expect(row({ State: 'Fixed' })).toMatchObject({
      sighting: null,
      leftOut: expect.stringMatching(/fixed/) as string,
    });
  });

  it('keeps no control characters and no more of a long text than fits', () => {
    const found = row({ Name: `a\u202Eb\u0007${'x'.repeat(400)}` });
    expect(found.sighting!.title).toHaveLength(300);
    expect(found.sighting!.title.startsWith('a b x')).toBe(true);
    expect(found.remarks).toEqual(['Title: only the first 300 characters are kept.']);
  });
});
