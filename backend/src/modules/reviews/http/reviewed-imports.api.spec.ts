import { expect, it } from 'vitest';
import { startTestApp } from '../../../testing/test-app.js';
import { startTestWorker } from '../../../testing/test-worker.js';
import { upload } from '../../inventory/inventory.spec-kit.js';
import { listed, review } from '../reviews.spec-kit.js';

it('an undone import leaves what somebody reviewed', async () => {
  const test = await startTestApp();
  const worker = await startTestWorker(test);
  const officer = await test.signIn('compliance-officer');
  const rows = ['IM-1', 'IM-2'].map((tag) => `${tag},Pump,device,cloud,yes`).join('\n');
  const answer = await upload(officer, `Tag,Name,Kind,Hosting,Holds ePHI\n${rows}`).expect(201);
  const list = answer.body as { id: string; version: number };
  const path = `/api/v1/asset-imports/${list.id}`;
  await officer
    .post(`${path}/commit`)
    .set('If-Match', `"v${list.version}"`)
    .send({ skipBadRows: false })
    .expect(202);
  await worker.work();
  await review(officer, await listed(officer, '?q=IM-1'));
  const plan = await officer.get(`${path}/undo`).expect(200);
  expect(plan.body).toMatchObject({ withdraw: 1, kept: [{ tag: 'IM-1', because: 'in-use' }] });
  const now = (await officer.get(path).expect(200)).body as { version: number };
  await officer.post(`${path}/undo`).set('If-Match', `"v${now.version}"`).send({}).expect(202);
  await worker.work();
  expect((await listed(officer, '?q=IM-')).map(({ code }) => code)).toEqual(['IM-1']);
  await worker.close();
  await test.close();
}, 60_000);
