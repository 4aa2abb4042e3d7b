import type { Agent } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker } from '../../../testing/test-worker.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import { makeVendor } from '../../vendors/vendors.spec-kit.js';
import { enteredEarlier, listed, review, shown, STILL_RIGHT, WatchReviews } from '../reviews.spec-kit.js';

let test: TestApp;
let ours: Agent;
let theirs: Agent;
beforeAll(async () => {
  test = await startTestApp();
  [ours, theirs] = [await test.signIn('compliance-officer'), await test.signIn('compliance-officer', test.b)];
});
afterAll(() => test.close());

it('another organization sees no review, records none about what is ours and takes none out', async () => {
  const [asset, vendor] = [await makeAsset(ours, { name: 'Our server' }), await makeVendor(ours)];
  await review(ours, [asset]);
  expect(await listed(theirs)).toEqual([]);
  await theirs.get(`/api/v1/record-reviews/${asset.id}`).expect(404);
  const path = '/api/v1/record-reviews';
  for (const { id, version } of [asset, vendor])
    await theirs
      .post(path)
      .send({ records: [{ id, version }], ...STILL_RIGHT })
      .expect(404);
  expect((await theirs.get(`${path}/export.csv`).expect(200)).text).not.toContain('Our server');
  expect((await shown(ours, asset.id)).reviews).toHaveLength(1);
  expect((await shown(ours, vendor.id)).reviews).toEqual([]);
});

it('what is due for us is due for nobody else', async () => {
  await makeVendor(ours);
  await enteredEarlier(test, 'vendor', 400);
  const worker = await startTestWorker(test);
  await worker.sweep(WatchReviews);
  await worker.close();
  const open = async (agent: Agent) =>
    ((await agent.get('/api/v1/obligations?kind=record.review').expect(200)).body as { total: number }).total;
  expect([await open(ours), await open(theirs)]).toEqual([1, 0]);
}, 60_000);
