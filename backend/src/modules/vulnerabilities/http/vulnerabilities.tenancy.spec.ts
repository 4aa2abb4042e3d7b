import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidOf } from '../../../platform/kernel/typed-id.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import type { ScanView } from '../scan.schemas.js';
import { SCAN_HEAD, scanLine, scansBy } from '../vulnerabilities.spec-kit.js';

let test: TestApp;
let ours: Agent;
let theirs: Agent;
let asset: { id: string };
let scan: ScanView;
let taken: ScanView;
let vulnerability: { id: string };
const LIST = [SCAN_HEAD, scanLine('hidden-host', '2', 'High')].join('\n');
beforeAll(async () => {
  test = await startTestApp();
  ours = await test.signIn('compliance-officer', test.a);
  theirs = await test.signIn('compliance-officer', test.b);
  const scans = scansBy(ours);
  asset = await makeAsset(ours, { tag: 'HIDDEN', name: 'Hidden' });
  taken = await scans.bring([scanLine('hidden', '1', 'High')], '2026-03-01');
  const first = await scans.preview(LIST);
  const given = await scans.giveHosts(first, [{ host: 'hidden-host', assetId: asset.id }]);
  await scans.commit(given.body as ScanView).expect(200);
  vulnerability = (await scans.list('?q=Check 1')).items[0]!;
  scan = await scans.preview(LIST);
});
afterAll(() => test.close());

describe('organization B', () => {
  it.each([
    ['get', () => `/scans/${scan.id}`, {}],
    ['get', () => `/scans/${scan.id}/rows`, {}],
    ['get', () => `/scans/${scan.id}/rows/export.csv`, {}],
    ['get', () => `/scans/${scan.id}/hosts`, {}],
    ['get', () => `/scans/${scan.id}/problems.csv`, {}],
    ['put', () => `/scans/${scan.id}/reading`, { columns: [], scannedOn: '2026-03-01' }],
    ['put', () => `/scans/${scan.id}/hosts`, { hosts: [{ host: 'x', assetId: null }] }],
    ['get', () => `/scans/${scan.id}/runs`, {}],
    ['put', () => `/scans/${scan.id}/runs`, { runs: [{ run: 1, assetId: null }] }],
    ['get', () => `/scans/${taken.id}/undo`, {}],
    ['post', () => `/scans/${taken.id}/undo`, {}],
    ['post', () => `/scans/${scan.id}/commit`, { isComplete: true, skipUnusable: true }],
    ['delete', () => `/scans/${scan.id}`, {}],
    ['get', () => `/vulnerabilities/${vulnerability.id}`, {}],
    ['patch', () => `/vulnerabilities/${vulnerability.id}`, { status: 'fixed', reason: 'Taken over' }],
  ] as const)('finds nothing by %s on what is ours, call %#', async (method, path, body) => {
    const answer = await theirs[method](`/api/v1${path()}`).set('If-Match', '"v1"').send(body);
    expect(answer.status).toBe(404);
  });

  it('sees none of it in its lists and files', async () => {
    for (const path of [
      '/scans',
      '/scans/export.csv',
      '/vulnerabilities',
      `/vulnerabilities?assetId=${asset.id}`,
      '/vulnerabilities/export.csv',
    ])
      expect((await theirs.get(`/api/v1${path}`).expect(200)).text, path).not.toMatch(/hidden|Check 1/i);
  });

  it('learns nothing of whose our hosts are, and gives none to an asset of ours', async () => {
    const scans = scansBy(theirs);
    const own = await scans.preview(LIST);
    expect(own.counts['no-asset']).toBe(1);
    const answer = await scans.giveHosts(own, [{ host: 'hidden-host', assetId: asset.id }]);
    expect(answer.status).toBe(400);
  });

  it('has its own vulnerability of the same check', async () => {
    await makeAsset(theirs, { tag: 'HIDDEN', name: 'Theirs' });
    const done = await scansBy(theirs).bring([scanLine('hidden', '1', 'Low')], '2026-03-01');
    expect(done.result).toMatchObject({ added: 1, seenAgain: 0 });
    expect((await scansBy(ours).show(vulnerability.id)).severity).toBe('high');
  });
});

describe('the database itself', () => {
  it.each(['scan', 'scan_host', 'scan_change', 'vulnerability', 'vulnerability_event'])(
    'forces the walls around %s',
    async (table) => {
      const [row] = await test.database.asSuperuser<{ forced: boolean }>(
        'select relforcerowsecurity and relrowsecurity as forced from pg_class where relname = $1',
        [table],
      );
      expect(row?.forced).toBe(true);
    },
  );

  it('refuses a host of one organization on an asset of another', async () => {
    const crossing = test.database.asSuperuser(
      `insert into scan_host (organization_id, id, host_key, host, asset_id, given_by)
       values ($1, gen_random_uuid(), decode(repeat('00', 16), 'hex'), '', $2, $3)`,
      [test.b.id, uuidOf(asset.id), test.b.members['compliance-officer'].memberId],
    );
    await expect(crossing).rejects.toThrow('foreign key');
  });
});
