import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import { scanLine, scansBy } from '../vulnerabilities.spec-kit.js';

let test: TestApp;
let officer: Agent;
let scans: ReturnType<typeof scansBy>;
let server: { id: string };
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  scans = scansBy(officer);
  server = await makeAsset(officer, { tag: 'SRV', name: 'Server' });
  await makeAsset(officer, { tag: 'PC', name: 'Desk' });
});
afterAll(() => test.close());

const one = async (rule: string) => (await scans.list(`?q=Check ${rule}`)).items[0]!;

const sarifOf = (result: object) => ({
  version: '2.1.0',
  runs: [{ tool: { driver: { name: 'CodeQL' } }, automationDetails: { id: 'srv/1' }, results: [result] }],
});

describe('a vulnerability from file to file', () => {
  it('is updated and never doubled, marked when a newer scan misses it, and closed only by a complete one', async () => {
    await scans.bring([scanLine('srv', 'A1', 'High'), scanLine('srv', 'A2', 'Low')], '2026-03-01');
    const again = await scans.bring(
      [
        scanLine('SRV.clinic.example', 'A2', 'Medium', '2026-03-08'),
        scanLine('srv', 'A2', 'Medium', '2026-03-08'),
      ],
      '2026-03-08',
    );
    // The full name is another host: its own finding.
    expect(again.result).toMatchObject({ added: 1, seenAgain: 1, notSeen: 1, closed: 0 });
    expect(await one('A1')).toMatchObject({
      status: 'open',
      lastSeenOn: '2026-03-01',
      absentSinceOn: '2026-03-08',
    });
    expect((await scans.list('?absent=true')).items.map(({ ruleId }) => ruleId)).toEqual(['A1']);
    const complete = await scans.bring([scanLine('srv', 'A2', 'Medium', '2026-03-15')], '2026-03-15', {
      isComplete: true,
    });
    expect(complete.result).toMatchObject({ added: 0, seenAgain: 1, closed: 1 });
    const fixed = await one('A1');
    expect(fixed).toMatchObject({ status: 'fixed', statusByName: null, absentSinceOn: '2026-03-08' });
    expect(fixed.statusReason).toContain('2026-03-15');
    // It is fixed since the scan that missed it, so another scan of that day or later tells that it is there.
    expect(fixed.statusOn).toBe('2026-03-15');
    const on = '2026-03-15';
    const back = await scans.bring([scanLine('srv', 'A1', 'Critical', on)], on);
    expect(back.result).toMatchObject({ cameBack: 1 });
    const seen = await scans.show(fixed.id);
    expect(seen).toMatchObject({
      status: 'open',
      severity: 'critical',
      absentSinceOn: null,
      statusReason: '',
    });
    expect(seen.events.map(({ what }) => what).sort()).toEqual([
      'came-back',
      'fixed',
      'found',
      'not-seen',
      'rated',
    ]);
  });

  it('keeps open what stands in a row that cannot be read, also after a complete scan', async () => {
    await scans.bring([scanLine('pc', 'B1', 'High'), scanLine('pc', 'B2', 'High')], '2026-03-01');
    const done = await scans.bring(
      [scanLine('pc', 'B1', 'no idea', '2026-03-08'), scanLine('pc', 'B2', 'High', '2026-03-08')],
      '2026-03-08',
      { isComplete: true },
    );
    expect(done.result).toMatchObject({ closed: 0, notSeen: 0, skipped: 1 });
    expect((await one('B1')).status).toBe('open');
  });

  it('takes rows of one thing together, and says how many said the same', async () => {
    const line = (cve: string) => `srv,C1,Check C1,High,,443,2026-03-01,${cve}`;
    const head = 'Host,Plugin ID,Name,Risk,CVSS v3.0 Base Score,Port,Last seen,CVE';
    const scan = await scans.preview(
      [head, line('CVE-2026-1111'), line('CVE-2026-2222'), line('CVE-2026-2222')].join('\n'),
    );
    expect((await scans.commit(scan).expect(200)).body).toMatchObject({ result: { added: 1, repeated: 2 } });
    expect((await one('C1')).cves).toEqual(['CVE-2026-1111', 'CVE-2026-2222']);
    expect((await scans.list('?q=2026-2222')).total).toBe(1);
  });

  it('that the scanner suppressed comes in as open, since people accept and files do not, with its justification encrypted', async () => {
    const sarif = sarifOf({
      ruleId: 'D1',
      level: 'error',
      message: { text: 'Jane Roe' },
      suppressions: [{ kind: 'external', justification: 'Test data' }],
    });
    const scan = await scans.preview(JSON.stringify(sarif));
    await scans.commit(scan).expect(200);
    const item = (await scans.list('?q=D1')).items[0]!;
    expect(item).toMatchObject({ status: 'open', statusReason: '', tool: 'CodeQL', host: 'srv' });
    // What the file quotes is kept with what the scanner saw, encrypted, and nowhere else.
    const shown = await scans.show(item.id);
    expect(shown.output).toMatch(/^Jane Roe\n\nSuppressed .*: Test data$/);
    expect(JSON.stringify([item.statusReason, shown.events])).not.toContain('Test data');
    // Nothing but the scan tells of it so far.
    const history = await officer.get(`/api/v1/records/vulnerability/${item.id}/history`).expect(200);
    expect((history.body as { items: object[] }).items).toEqual([]);
  });

  it('that quotes half a character is taken over, again and again', async () => {
    const sarif = (text: string) => JSON.stringify(sarifOf({ ruleId: `S1${text}`, message: { text } }));
    for (const text of ['\ud83d', '\ud83d', '\ude00']) {
      const scan = await scans.preview(sarif(text));
      await scans.commit(scan).expect(200);
    }
    expect((await scans.list('?q=S1')).items).toMatchObject([{ ruleId: 'S1', title: 'S1' }]);
  });
});

describe("a person's decision", () => {
  it('needs a reason to close, none to open, and stands in the history', async () => {
    await scans.bring([scanLine('srv', 'E1', 'High')], '2026-03-01');
    const item = await one('E1');
    expect((await scans.decide(item, 'fixed').expect(400)).body).toMatchObject({
      code: 'vulnerability.reason-missing',
      fieldErrors: { reason: [expect.any(String)] },
    });
    await scans
      .decide(item, 'open')
      .expect(409)
      .expect(/has-status/);
    await scans.decide({ ...item, version: 9 }, 'accepted', 'Behind the firewall').expect(412);
    const accepted = await scans.decide(item, 'accepted', 'Behind the firewall').expect(200);
    expect(accepted.body).toMatchObject({
      status: 'accepted',
      statusReason: 'Behind the firewall',
      version: item.version + 1,
    });
    const reopened = await scans.decide(accepted.body as typeof item, 'open').expect(200);
    expect(reopened.body).toMatchObject({
      status: 'open',
      statusReason: '',
      allowedStatuses: ['fixed', 'false-positive', 'accepted'],
    });
    const { events } = await scans.show(item.id);
    // Who brought the file is named beside it.
    const officerName = 'compliance-officer of Alder Family Clinic';
    expect(events.map(({ what, reason, byName }) => [what, reason, byName])).toEqual([
      ['reopened', '', officerName],
      ['accepted', 'Behind the firewall', officerName],
      ['found', '', officerName],
    ]);
    const [audit] = await test.database.asSuperuser<{ detail: object }>(
      `select detail::jsonb as detail from audit.event where action = 'vulnerability.decided' order by id desc limit 1`,
    );
    expect(audit!.detail).toEqual({ from: 'accepted', to: 'open' });
  });
});

describe('the list', () => {
  beforeAll(() =>
    scans.bring(
      ['Critical', 'Low', 'High', 'Medium', 'Info'].map((word, index) =>
        scanLine('pc', `L${index}`, word, '2026-03-01', String(1000 + index)),
      ),
      '2026-03-01',
    ),
  );

  it('has the worst first, page by page', async () => {
    const first = await scans.list('?q=Check L&limit=2');
    expect(first.items.map(({ severity }) => severity)).toEqual(['critical', 'high']);
    const second = await scans.list(`?q=Check L&limit=2&cursor=${first.nextCursor}`);
    expect(second.items.map(({ severity }) => severity)).toEqual(['medium', 'low']);
    expect(first).toMatchObject({ total: 5, tools: expect.arrayContaining(['Nessus']) as string[] });
  });

  it.each(['-severity', 'title', '-title', 'lastSeen', '-lastSeen'])(
    'can be sorted by %s, across pages',
    async (sort) => {
      const ids: string[] = [];
      let cursor = '';
      do {
        const page = await scans.list(`?q=Check L&limit=2&sort=${sort}${cursor}`);
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
      } while (cursor);
      expect(new Set(ids).size).toBe(5);
    },
  );

  it('can be narrowed by severity, status, asset and scanner', async () => {
    expect((await scans.list('?q=Check L&severity=low')).items.map(({ ruleId }) => ruleId)).toEqual(['L1']);
    expect((await scans.list(`?q=Check L&assetId=${server.id}`)).total).toBe(0);
    expect((await scans.list('?q=Check L&status=fixed')).total).toBe(0);
    expect((await scans.list('?q=Check L&tool=OpenVAS')).total).toBe(0);
  });

  it.each(['csv', 'xlsx', 'json'])('comes as %s under its filters, and that is recorded', async (format) => {
    const answer = await officer
      .get(`/api/v1/vulnerabilities/export.${format}?q=Check L&severity=critical`)
      .expect(200);
    if (format === 'csv') expect(answer.text.trim().split('\n')).toHaveLength(2);
    if (format === 'json') expect(answer.body).toHaveLength(1);
    const [event] = await test.database.asSuperuser<{ detail: object }>(
      `select detail::jsonb as detail from audit.event where action = 'vulnerability.exported' order by id desc limit 1`,
    );
    expect(event!.detail).toEqual({
      rows: 1,
      format,
      filter: { q: 'not kept', severity: 'critical' },
    });
  });

  it('makes formulas of a scanner harmless', async () => {
    await scans.bring(['pc,F1,=cmd|x,Low,,,2026-03-01'], '2026-03-01');
    const answer = await officer.get('/api/v1/vulnerabilities/export.csv?q=cmd').expect(200);
    expect(answer.text).toContain("'=cmd|x");
  });
});
