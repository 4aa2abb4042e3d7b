import pg from 'pg';
import type { Agent } from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { uuid } from '../../risks/register.spec-kit.js';
import { listed, NEEDS_CHANGE, review, shown, STILL_RIGHT } from '../reviews.spec-kit.js';

let test: TestApp;
let officer: Agent;
/** Somebody else, who changes records at the same time. */
let writer: pg.Client;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());
beforeEach(async () => {
  writer = new pg.Client({ connectionString: test.database.url('part164_app') });
  await writer.connect();
  await writer.query(`begin; set local lock_timeout = '2s'`);
  await writer.query(`select set_config('app.organization_id', $1, true)`, [test.a.id]);
});
afterEach(() => writer.end());

const waiting = (many: number) =>
  vi.waitFor(async () => {
    const waits = await test.database.asSuperuser(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(waits).toHaveLength(many);
  });
const said = (asset: { id: string; version: number }, words: object) => {
  const body = { records: [{ id: asset.id, version: asset.version }], ...words };
  return officer
    .post('/api/v1/record-reviews')
    .send(body)
    .then(({ status }) => status);
};

it('a review of an asset and a flow waits for no writer of the flow who waits for it', async () => {
  const asset = await makeAsset(officer);
  const flow = await makeFlow(officer, { from: { assetId: asset.id } });
  await writer.query('select 1 from data_flow where id = $1 for no key update', [uuid(flow.id)]);
  const reviewing = review(officer, [asset, flow]);
  await waiting(1);
  await writer.query('select 1 from asset where id = $1 for share', [uuid(asset.id)]);
  await writer.query('commit');
  expect((await reviewing).reviewed).toBe(2);
});

it('of two reviews at once the second knows what the first said', async () => {
  const asset = await makeAsset(officer);
  await writer.query('select 1 from asset where id = $1 for no key update', [uuid(asset.id)]);
  const first = said(asset, NEEDS_CHANGE);
  await waiting(1);
  const second = said(asset, STILL_RIGHT);
  await waiting(2);
  await writer.query('commit');
  expect([await first, await second]).toEqual([201, 409]);
  expect(await shown(officer, asset.id)).toMatchObject({ lastReview: { outcome: 'needs-change' } });
});

it('the review that is written last stands, also where its transaction began earlier', async () => {
  const asset = await makeAsset(officer, { name: 'Written last' });
  await review(officer, [asset]);
  for (const table of ['record_review', 'record_last_review'])
    await test.database.asSuperuser(
      `update ${table} set reviewed_at = reviewed_at + interval '1 minute' where record_id = $1`,
      [uuid(asset.id)],
    );
  await review(officer, [asset], NEEDS_CHANGE);
  expect(await shown(officer, asset.id)).toMatchObject({ lastReview: { outcome: 'needs-change' } });
  // And of one instant the one with the later id.
  await test.database.asSuperuser(
    `insert into record_review select organization_id, '00000000-0000-7000-8000-000000000000', record_type, record_id,
       'still-right', reason, reviewed_on, reviewed_at, reviewed_by, record_version, state, state_hash
     from record_review where record_id = $1 and outcome = 'needs-change'`,
    [uuid(asset.id)],
  );
  const found = await listed(officer, '?state=needs-change&q=written%20last');
  expect(found.map(({ id }) => id)).toEqual([asset.id]);
});
