import pg from 'pg';
import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import { SCAN_HEAD, scanLine, scansBy } from '../vulnerabilities.spec-kit.js';

let test: TestApp;
let officer: Agent;
let scans: ReturnType<typeof scansBy>;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  scans = scansBy(officer);
});
afterAll(() => test.close());

const soon = (of: Promise<number>) =>
  Promise.race([of, new Promise<string>((resolve) => setTimeout(() => resolve('waits'), 1_000))]);

describe('a decision while a file is taken over', () => {
  it('waits for it, then hears that the vulnerability changed: neither undoes the other', async () => {
    const asset = await makeAsset(officer, { tag: 'SRV', name: 'Server' });
    await scans.bring([scanLine('srv', 'A1', 'High')], '2026-03-01');
    const item = (await scans.list('?q=Check A1')).items[0]!;
    const next = [scanLine('srv', 'A1', 'High', '2026-03-08'), scanLine('srv', 'A2', 'Low', '2026-03-08')];
    const scan = await scans.preview([SCAN_HEAD, ...next].join('\n'), '2026-03-08');
    // Whoever holds the asset stops the file between what it compared and what it writes.
    const holding = new pg.Client({ connectionString: test.database.url('part164_app') });
    await holding.connect();
    await holding.query('begin');
    await holding.query(`select set_config('app.organization_id', $1, true)`, [test.a.id]);
    await holding.query('select id from asset where id = $1::uuid for update', [asset.id.slice(4)]);
    const taking = scans.commit(scan).then(({ status }) => status);
    expect(await soon(taking)).toBe('waits');
    const deciding = scans.decide(item, 'accepted', 'Behind the firewall').then(({ status }) => status);
    const first = await soon(deciding);
    await holding.query('commit');
    await holding.end();
    expect([await taking, first, await deciding]).toEqual([200, 'waits', 412]);
    const seen = await scans.show(item.id);
    expect(seen).toMatchObject({ status: 'open', lastSeenOn: '2026-03-08' });
    await scans.decide(seen, 'accepted', 'Behind the firewall').expect(200);
  });
});
