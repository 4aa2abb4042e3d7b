import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import type { ScanView } from '../scan.schemas.js';
import { sarifLog, sarifRun, scansBy } from '../vulnerabilities.spec-kit.js';

let test: TestApp;
let officer: Agent;
let scans: ReturnType<typeof scansBy>;
let portal: { id: string };
let billing: { id: string };
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  scans = scansBy(officer);
  portal = await makeAsset(officer, { tag: 'APP-01', name: 'Patient portal' });
  billing = await makeAsset(officer, { tag: 'APP-02', name: 'Billing' });
  // Whoever scans is in the inventory, too, and is not what it scans.
  await makeAsset(officer, { tag: 'CodeQL', name: 'Code scanner' });
});
afterAll(() => test.close());

const code = (rule: string, file = 'src/a.js') => ({ rule, uri: file });

describe('results that name no host', () => {
  it('wait for the asset of their run; two runs of one scanner may be of two applications', async () => {
    const log = sarifLog(
      sarifRun([code('sql'), code('xss')]),
      sarifRun([code('sql'), { rule: 'tls', uri: 'https://app-01/login' }]),
    );
    const scan = await scans.preview(log);
    expect(scan).toMatchObject({
      counts: { new: 1, 'no-asset': 3 },
      hostCount: 1,
      hostsWithoutAsset: 0,
      runCount: 2,
      runsWithoutAsset: 2,
    });
    expect(scan.allowedActions).toContain('give-runs');
    expect(await scans.runs(scan)).toMatchObject([
      {
        run: 1,
        tool: 'CodeQL',
        subject: '',
        withoutHost: 2,
        ofUnknownHosts: 0,
        asset: null,
        matchedBy: null,
      },
      { run: 2, withoutHost: 1, asset: null },
    ]);
    const problems = await officer.get(`/api/v1/scans/${scan.id}/problems.csv`).expect(200);
    expect(problems.text.match(/no asset is chosen for its run/g)).toHaveLength(3);

    const given = (
      await scans.giveRuns(scan, [
        { run: 1, assetId: portal.id },
        { run: 2, assetId: billing.id },
      ])
    ).body as ScanView;
    expect(given).toMatchObject({ counts: { new: 4, 'no-asset': 0 }, runsWithoutAsset: 0 });
    expect((await scans.rows(given)).map(({ row, host, asset }) => [row, host, asset?.tag])).toEqual([
      [1, '', 'APP-01'],
      [2, '', 'APP-01'],
      [3, '', 'APP-02'],
      [4, 'app-01', 'APP-01'],
    ]);
    const done = (await scans.commit(given, { skipUnusable: false }).expect(200)).body as ScanView;
    expect(done.result).toMatchObject({
      added: 4,
      skipped: 0,
      runs: [
        { run: 1, tool: 'CodeQL', asset: { id: portal.id, tag: 'APP-01' }, results: 2 },
        { run: 2, asset: { id: billing.id }, results: 1 },
      ],
    });
    // Who chose is on record; and the scanner's name is nothing to remember an application by.
    const chosen = await test.database.asSuperuser<{ count: number }>(
      `select count(*)::int as count from audit.event where action = 'scan.run-given'`,
    );
    expect(chosen[0]!.count).toBe(2);
    expect((await scans.preview(log)).counts).toMatchObject({ 'no-asset': 3, known: 1 });
  });

  it('are not known the next time by the name of their scanner', async () => {
    const log = sarifLog(sarifRun([code('once')]));
    const given = await scans.giveRuns(await scans.preview(log), [{ run: 1, assetId: portal.id }]);
    await scans.commit(given.body as ScanView).expect(200);
    expect((await scans.preview(log)).counts).toMatchObject({ 'no-asset': 1, known: 0 });
  });

  it('tell nothing about what an earlier run of the scanner found: it may have looked at other code', async () => {
    const bring = async (rule: string, scannedOn: string) => {
      const scan = await scans.preview(sarifLog(sarifRun([code(rule)])), scannedOn);
      const given = (await scans.giveRuns(scan, [{ run: 1, assetId: billing.id }])).body as ScanView;
      return (await scans.commit(given, { isComplete: true }).expect(200)).body as ScanView;
    };
    await bring('first-repository', '2026-03-01');
    const second = await bring('second-repository', '2026-04-01');
    expect(second.result).toMatchObject({ added: 1, closed: 0, notSeen: 0 });
  });

  it('go by what their run says that it looked at, which is remembered', async () => {
    const log = sarifLog(sarifRun([code('path')], { automationDetails: { id: 'nightly/intake/1' } }));
    const scan = await scans.preview(log);
    expect(await scans.runs(scan)).toMatchObject([{ subject: 'nightly/intake', asset: null }]);
    const given = (await scans.giveRuns(scan, [{ run: 1, assetId: portal.id }])).body as ScanView;
    await scans.commit(given).expect(200);
    const next = await scans.preview(log);
    expect(next.counts).toMatchObject({ known: 1, 'no-asset': 0 });
    expect(await scans.runs(next)).toMatchObject([{ asset: { tag: 'APP-01' }, matchedBy: 'remembered' }]);
    const none = (await scans.giveRuns(next, [{ run: 1, assetId: null }])).body as ScanView;
    expect(none.counts).toMatchObject({ known: 0, 'no-asset': 1 });
  });
});

describe('results of a host that is no asset', () => {
  it('go by the choice for their run, unless a person said that the host is none of ours', async () => {
    const results = ['https://git.example/a.js', 'https://cdn.example/b.js'].map((uri) => ({
      rule: 'dep',
      uri,
    }));
    const scan = await scans.preview(sarifLog(sarifRun(results)));
    expect(await scans.runs(scan)).toMatchObject([{ withoutHost: 0, ofUnknownHosts: 2 }]);
    const left = (await scans.giveHosts(scan, [{ host: 'cdn.example', assetId: null }])).body as ScanView;
    const given = (await scans.giveRuns(left, [{ run: 1, assetId: billing.id }])).body as ScanView;
    expect(given.counts).toMatchObject({ new: 1, 'no-asset': 1 });
    expect(await scans.hosts(given)).toMatchObject([
      { host: 'cdn.example', asset: null, unmatchedBecause: 'given-to-none' },
      { host: 'git.example', asset: { tag: 'APP-02' }, matchedBy: 'run' },
    ]);
    await scans.commit(given).expect(200);
    // A host that was not given itself is not remembered: it may be of another application the next time.
    expect((await scans.preview(sarifLog(sarifRun(results)))).counts['no-asset']).toBe(2);
  });
});

describe('a choice for a run', () => {
  it('is refused by field where there is no such run or asset, and changes nothing', async () => {
    const scan = await scans.preview(sarifLog(sarifRun([code('sql')])));
    const wrong = await scans.giveRuns(scan, [{ run: 2, assetId: portal.id }]).expect(400);
    expect(wrong.body).toMatchObject({ fieldErrors: { 'runs.0.run': [expect.any(String)] } });
    const strange = await scans.giveRuns(scan, [{ run: 1, assetId: `ast_${'0'.repeat(32)}` }]).expect(400);
    expect(strange.body).toMatchObject({ fieldErrors: { 'runs.0.assetId': [expect.any(String)] } });
    await scans.giveRuns({ ...scan, version: 9 }, [{ run: 1, assetId: portal.id }]).expect(412);
    const again = (await officer.get(`/api/v1/scans/${scan.id}`).expect(200)).body as ScanView;
    expect(again).toMatchObject({ version: scan.version, runsWithoutAsset: 1 });
  });
});
