import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import type { ScanView } from '../scan.schemas.js';
import { SCAN_HEAD, scanLine, scansBy, uploadScan } from '../vulnerabilities.spec-kit.js';

let test: TestApp;
let officer: Agent;
let scans: ReturnType<typeof scansBy>;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  scans = scansBy(officer);
  await makeAsset(officer, { tag: 'SRV-01', name: 'Chart server', kind: 'system' });
  await makeAsset(officer, { tag: 'LAB-01', name: 'labpc', kind: 'device' });
});
afterAll(() => test.close());

describe('the preview of a list', () => {
  it('says what would become of each row, names every bad cell, and ignores no column unsaid', async () => {
    const scan = await scans.preview(
      [
        `${SCAN_HEAD},Comment`,
        `${scanLine('srv-01.clinic.example', '10', 'Critical')},x`,
        `${scanLine('labpc', '11', 'Low')},x`,
        `${scanLine('unknown-host', '12', 'High')},x`,
        `${scanLine('srv-01', '13', 'terrible')},x`,
        `${scanLine('srv-01', '14', 'High', '2999-01-01', '99999')},x`,
      ].join('\n'),
    );
    expect(scan).toMatchObject({
      format: 'csv',
      status: 'previewed',
      counts: { new: 2, known: 0, 'came-back': 0, 'no-asset': 1, bad: 2, 'left-out': 0 },
      hostCount: 4,
      hostsWithoutAsset: 1,
      tools: ['Nessus'],
      missing: [],
    });
    expect(scan.columns.find(({ heading }) => heading === 'Comment')?.field).toBeNull();
    const bad = await scans.rows(scan, '?outcome=bad');
    expect(
      bad.flatMap(({ row, problems }) => problems.map(({ place, value }) => [row, place, value])),
    ).toEqual([
      [5, 'Risk', 'terrible'],
      [6, 'Last seen', '2999-01-01'],
      [6, 'Port', '99999'],
    ]);
    const hosts = await scans.hosts(scan);
    expect(hosts.map(({ host, matchedBy, asset }) => [host, matchedBy, asset?.tag ?? null])).toEqual([
      ['unknown-host', null, null],
      ['srv-01.clinic.example', 'tag', 'SRV-01'],
      ['labpc', 'name', 'LAB-01'],
      ['srv-01', 'tag', 'SRV-01'],
    ]);
    const problems = await officer.get(`/api/v1/scans/${scan.id}/problems.csv`).expect(200);
    expect(problems.text.split('\n').filter((line) => line.trim() !== '')).toHaveLength(5);
  });

  it('of columns nobody knows asks what they mean, and takes nothing over before', async () => {
    const scan = await scans.preview('Box,Trouble\nsrv-01,Old TLS');
    expect(scan.missing).toEqual(['host', 'check', 'severity', 'tool']);
    await scans
      .commit(scan)
      .expect(409)
      .expect(/columns-missing/);
    const put = (columns: (string | null)[], more: object = {}) =>
      officer
        .put(`/api/v1/scans/${scan.id}/reading`)
        .set('If-Match', `"v${scan.version}"`)
        .send({ columns, tool: 'Own script', scannedOn: '2026-03-01', ...more });
    expect((await put(['host'])).body).toMatchObject({ fieldErrors: { columns: [expect.any(String)] } });
    expect((await put(['host', 'host'])).body).toMatchObject({
      fieldErrors: { 'columns.1': [expect.any(String)] },
    });
    expect((await put(['host', 'title'], { scannedOn: '2999-01-01' })).body).toMatchObject({
      fieldErrors: { scannedOn: ['This day has not come yet.'] },
    });
    const read = (await put(['host', 'title']).expect(200)).body as ScanView;
    expect(read).toMatchObject({ missing: ['severity'], tool: 'Own script', scannedOn: '2026-03-01' });
  });

  it('finds the headings below facts about the scan', async () => {
    const scan = await scans.preview(
      ['Report of the clinic', '', SCAN_HEAD, scanLine('srv-01', '10', 'Low')].join('\n'),
    );
    expect(scan).toMatchObject({ rowsAbove: 1, counts: { new: 1 }, missing: [] });
  });
});

describe('a host that nothing tells', () => {
  it('is given to an asset by a person, and remembered for the next file', async () => {
    const asset = await makeAsset(officer, { tag: 'PRN-01', name: 'Printer' });
    const list = [SCAN_HEAD, scanLine('10.1.2.3', '20', 'High')].join('\n');
    const scan = await scans.preview(list);
    expect(scan.counts['no-asset']).toBe(1);
    await scans
      .commit(scan)
      .expect(409)
      .expect(/nothing-usable/);
    const given = (await scans.giveHosts(scan, [{ host: '10.1.2.3', assetId: asset.id }]).expect(200))
      .body as ScanView;
    expect(given.counts).toMatchObject({ 'no-asset': 0, new: 1 });
    // Until it is taken over, nothing is remembered.
    expect((await scans.preview(list)).counts['no-asset']).toBe(1);
    await scans.commit(given).expect(200);
    const next = await scans.preview(list);
    expect(next.counts).toMatchObject({ known: 1, 'no-asset': 0 });
    expect(await scans.hosts(next)).toMatchObject([{ matchedBy: 'remembered', asset: { tag: 'PRN-01' } }]);
  });

  it('can be none of ours', async () => {
    const scan = await scans.preview([SCAN_HEAD, scanLine('srv-01', '21', 'High')].join('\n'));
    const given = (await scans.giveHosts(scan, [{ host: 'srv-01', assetId: null }]).expect(200))
      .body as ScanView;
    expect(given.counts['no-asset']).toBe(1);
    expect(await scans.hosts(given)).toMatchObject([{ unmatchedBecause: 'given-to-none' }]);
  });

  it('is given to nothing that is not there', async () => {
    const scan = await scans.preview([SCAN_HEAD, scanLine('x', '21', 'High')].join('\n'));
    const answer = await scans.giveHosts(scan, [{ host: 'x', assetId: `ast_${'0'.repeat(32)}` }]).expect(400);
    expect(answer.body).toMatchObject({ fieldErrors: { 'hosts.0.assetId': [expect.any(String)] } });
  });
});

describe('a file that is no scan', () => {
  it.each([
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), /workbook or a ZIP/],
    ['a PDF', Buffer.from('%PDF-1.7 x'), /PDF/],
    ['XML', '<?xml version="1.0"?><NessusClientData_v2/>', /XML/],
    ['bytes', Buffer.from([65, 44, 66, 10, 0, 1]), /no list/],
    ['deep JSON', '['.repeat(200_000), /deep/],
    ['torn JSON', '{"version":"2.1.0","runs":[', /cut off/],
    ['other JSON', '{"hello":1}', /runs/],
    ['an older SARIF', '{"version":"2.0.0","runs":[]}', /2\.1\.0/],
    ['SARIF without results', '{"version":"2.1.0","runs":[]}', /no results/],
    ['JSON in another writing', Buffer.from('{"version":"2.1.0","runs":[],"x":"\u00e9"}', 'latin1'), /UTF-8/],
    ['nothing', ' ', /empty/],
    ['one giant line', `${SCAN_HEAD}\n${'x'.repeat(300_000)}`, /longer than/],
    ['too many results', `{"version":"2.1.0","runs":[{"results":[${'{},'.repeat(20_000)}{}]}]}`, /20,000/],
    ['more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), /10 MB/],
  ])('is refused with the reason: %s', async (_, content, why) => {
    const answer = await uploadScan(officer, content).expect(400);
    expect(answer.body).toMatchObject({
      code: 'scan.unreadable',
      fieldErrors: { file: [expect.stringMatching(why)] },
    });
  });

  it('is asked for where none came', async () => {
    expect((await officer.post('/api/v1/scans').send({}).expect(400)).body).toMatchObject({
      code: 'scan.file-missing',
    });
  });
});

describe('taking a file over', () => {
  it('is refused while rows are unusable and the person did not leave them out; nothing is lost', async () => {
    const scan = await scans.preview(
      [SCAN_HEAD, scanLine('srv-01', '30', 'Low'), scanLine('nobody', '30', 'Low')].join('\n'),
    );
    await scans
      .commit(scan, { skipUnusable: false })
      .expect(409)
      .expect(/rows-unusable/);
    expect((await scans.list('?q=Check 30')).total).toBe(0);
    const done = (await scans.commit(scan).expect(200)).body as ScanView;
    expect(done).toMatchObject({
      status: 'committed',
      result: { added: 1, skipped: 1 },
      allowedActions: ['undo'],
    });
    expect((await scans.list('?q=Check 30')).total).toBe(1);
  });

  it('happens once, for the version that the person saw', async () => {
    const scan = await scans.preview([SCAN_HEAD, scanLine('srv-01', '31', 'Low')].join('\n'));
    await scans.commit({ ...scan, version: scan.version + 1 }).expect(412);
    await scans.commit(scan).expect(200);
    await scans
      .commit(scan)
      .expect(409)
      .expect(/scan\.settled/);
    await officer
      .delete(`/api/v1/scans/${scan.id}`)
      .set('If-Match', `"v${scan.version + 1}"`)
      .expect(409);
  });

  it('of two at once makes each vulnerability once', async () => {
    const list = [SCAN_HEAD, scanLine('srv-01', '32', 'Low')].join('\n');
    const [one, two] = [await scans.preview(list), await scans.preview(list)];
    const answers = await Promise.all([scans.commit(one), scans.commit(two)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await scans.list('?q=Check 32')).total).toBe(1);
  });

  it('forgets what was read, and so does discarding', async () => {
    const scan = await scans.preview([SCAN_HEAD, scanLine('srv-01', '33', 'Low')].join('\n'));
    await officer.delete(`/api/v1/scans/${scan.id}`).set('If-Match', `"v${scan.version}"`).expect(204);
    await officer.get(`/api/v1/scans/${scan.id}`).expect(404);
    const kept = await test.database.asSuperuser<{ count: number }>(
      `select count(*)::int as count from scan where status <> 'previewed' and content is not null`,
    );
    expect(kept[0]!.count).toBe(0);
  });

  it('writes hosts, places and words only encrypted', async () => {
    await scans.bring(['srv-01,34,Plain title,High,,8443,2026-03-01'], '2026-03-01');
    const [row] = await test.database.asSuperuser<{ row: string }>(
      `select v::text || encode(v.detail, 'escape') as row from vulnerability v where rule_id = '34'`,
    );
    expect(row!.row).toContain('Plain title');
    expect(row!.row).not.toMatch(/srv-01|8443/i);
  });
});
