import type { Agent } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import { SCAN_HEAD, scanLine, scansBy, uploadScan } from '../vulnerabilities.spec-kit.js';

let test: TestApp;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  await makeAsset(officer, { tag: 'SRV-01', name: 'Chart server', kind: 'system' });
});
afterAll(() => test.close());

type Rows = Record<string, unknown>[];
const rowsOf = async (path: string) => (await officer.get(`/api/v1/scans${path}`).expect(200)).body as Rows;
const lastExport = async (action: string) =>
  (
    await test.database.asSuperuser<{ detail: object }>(
      `select detail::jsonb as detail from audit.event where action = $1 order by id desc limit 1`,
      [action],
    )
  )[0]?.detail;

it('the results of a scan come as a file while it is looked at, each with what is wrong', async () => {
  const scan = await scansBy(officer).preview(
    [
      SCAN_HEAD,
      scanLine('srv-01', '10', 'Critical'),
      scanLine('=2+5', '11', 'High'),
      scanLine('srv-01', '12', 'terrible'),
    ].join('\n'),
  );
  const rows = await rowsOf(`/${scan.id}/rows/export.json`);
  expect(rows.map(({ row, outcome }) => [row, outcome])).toEqual([
    [2, 'new'],
    [3, 'no-asset'],
    [4, 'bad'],
  ]);
  expect(rows[0]).toMatchObject({ asset: 'SRV-01 Chart server', severity: 'critical', problems: [] });
  expect(rows[2]!['problems']).toEqual([expect.stringMatching(/^Risk “terrible”: /)]);
  expect(await lastExport('scan.rows-exported')).toEqual({ rows: 3, format: 'json' });
  expect(await rowsOf(`/${scan.id}/rows/export.json?outcome=bad`)).toHaveLength(1);
  const { text } = await officer.get(`/api/v1/scans/${scan.id}/rows/export.csv`).expect(200);
  expect(text).toContain("'=2+5");
  const auditor = await test.signIn('auditor');
  await auditor.get(`/api/v1/scans/${scan.id}/rows/export.csv`).expect(403);
});

it('all scans come as a file', async () => {
  for (let n = 1; n <= 22; n += 1)
    await uploadScan(officer, `${SCAN_HEAD}\n${scanLine('srv-01', '1', 'Low')}`, `scan-${n}.csv`).expect(201);
  const rows = await rowsOf('/export.json');
  // The page shows the last twenty.
  expect(rows.slice(0, 22).map(({ fileName }) => fileName)).toEqual(
    Array.from({ length: 22 }, (_, n) => `scan-${22 - n}.csv`),
  );
  expect(rows[0]).toMatchObject({ format: 'csv', status: 'previewed', results: 1, added: null });
  expect(await lastExport('scan.exported')).toEqual({ rows: rows.length, format: 'json' });
  const { text } = await officer.get('/api/v1/scans/export.csv').expect(200);
  expect(text).toContain('\r\nscan-22.csv,CSV,Waiting for you,');
});
