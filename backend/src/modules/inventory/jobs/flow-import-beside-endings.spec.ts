import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { makeVendor } from '../../vendors/vendors.spec-kit.js';
import { holding, soon } from '../held.spec-kit.js';
import { makeAsset, makeFlow } from '../inventory.spec-kit.js';
import { importsBy } from './import.spec-kit.js';

let test: TestApp;
let worker: TestWorker;
let officer: Agent;
let imports: ReturnType<typeof importsBy>;
beforeAll(async () => {
  test = await startTestApp();
  worker = await startTestWorker(test);
  officer = await test.signIn('compliance-officer');
  imports = importsBy(officer, 'data-flow-imports');
  await makeAsset(officer, { tag: 'APP-7', name: 'Chart system' });
});
afterAll(async () => {
  await worker.close();
  await test.close();
});

const HEAD = 'Code,Name,From,To,Other end';
const end = (path: string, version: number, body: object) =>
  officer
    .patch(`/api/v1/${path}`)
    .set('If-Match', `"v${version}"`)
    .send(body)
    .then(({ status, body }) => [status, (body as { code?: string }).code]);

/** Stops the work between what it judged and what it writes, and ends both ends there. */
async function endMeanwhile(
  vendor: { id: string; version: number },
  asset: { id: string; version: number },
): Promise<unknown[]> {
  const release = await holding(test, 'lock table data_flow in share mode');
  const work = worker.work();
  expect(await soon(work)).toBe('waits');
  const endings = [
    end(`vendors/${vendor.id}`, vendor.version, { active: false }),
    end(`assets/${asset.id}`, asset.version, { lifecycle: 'disposed' }),
  ];
  await soon(Promise.all(endings));
  await release();
  await work;
  return Promise.all(endings);
}
const REFUSED = [
  [409, 'vendor.in-use'],
  [409, 'asset.in-use'],
];

describe('a list of data flows beside somebody who ends what it names', () => {
  it('is taken over first, and whoever ends the vendor or disposes of the asset hears of the flows', async () => {
    const vendor = await makeVendor(officer, { name: 'Between Lab' });
    const asset = await makeAsset(officer, { tag: 'DEV-9', holdsEphi: false });
    const list = await imports.preview(`${HEAD}\nB-1,a,APP-7,Between Lab,vendor\nB-2,b,APP-7,DEV-9,internal`);
    await imports.commit(list, false).expect(202);
    expect(await endMeanwhile(vendor, asset)).toEqual(REFUSED);
    expect((await imports.show(list.id)).result).toMatchObject({ created: 2 });
  });

  it('is undone first in the same way', async () => {
    const vendor = await makeVendor(officer, { name: 'Back Lab' });
    const asset = await makeAsset(officer, { tag: 'DEV-10', holdsEphi: false });
    const from = { assetId: (await makeAsset(officer)).id };
    await makeFlow(officer, { from, to: { vendorId: vendor.id }, code: 'U-1' });
    await makeFlow(officer, { from, to: { assetId: asset.id }, code: 'U-2' });
    const list = await imports.preview(`${HEAD}\nU-1,,,outside: State,\nU-2,,,outside: State,`);
    await imports.commit(list, false).expect(202);
    await worker.work();
    const { version } = await imports.show(list.id);
    const asked = officer.post(`/api/v1/data-flow-imports/${list.id}/undo`);
    await asked.set('If-Match', `"v${version}"`).expect(202);
    expect(await endMeanwhile(vendor, asset)).toEqual(REFUSED);
    expect(await imports.show(list.id)).toMatchObject({ undoResult: { restored: 2, kept: 0 } });
  });

  it('waits for a disposal that is under way, and then is refused', async () => {
    await makeAsset(officer, { tag: 'DEV-11', holdsEphi: false });
    const list = await imports.preview(`${HEAD}\nW-1,a,APP-7,DEV-11,internal`);
    await imports.commit(list, false).expect(202);
    const release = await holding(test, `update asset set lifecycle = 'disposed' where tag = 'DEV-11'`);
    const work = worker.work();
    expect(await soon(work)).toBe('waits');
    await release();
    await work;
    expect(await imports.show(list.id)).toMatchObject({ status: 'previewed', result: null });
  });
});
