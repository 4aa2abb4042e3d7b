import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { makeVendor } from '../../vendors/vendors.spec-kit.js';
import { makeAsset, makeFlow } from '../inventory.spec-kit.js';
import { HEAD as ASSET_HEAD, importsBy, runImportJob, uuid, type ImportBody } from './import.spec-kit.js';

let test: TestApp;
let worker: TestWorker;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  worker = await startTestWorker(test);
  officer = await test.signIn('compliance-officer');
  await makeAsset(officer, { tag: 'APP-7', name: 'Chart system' });
});
afterAll(async () => {
  await worker.close();
  await test.close();
});

type Lists = 'asset-imports' | 'data-flow-imports';
type Undone = ImportBody & { undoResult: object | null };
const HEAD = 'Code,From,To,Other end,In use';
async function takeOver(lists: Lists, text: string): Promise<ImportBody> {
  const imports = importsBy(officer, lists);
  const list = await imports.preview(text);
  await imports.commit(list, false).expect(202);
  await worker.work();
  return imports.show(list.id);
}
async function undo(lists: Lists, list: ImportBody): Promise<Undone> {
  const request = officer.post(`/api/v1/${lists}/${list.id}/undo`);
  await request.set('If-Match', `"v${list.version}"`).expect(202);
  await worker.work();
  return (await importsBy(officer, lists).show(list.id)) as Undone;
}
const planOf = async (list: ImportBody) =>
  (await officer.get(`/api/v1/data-flow-imports/${list.id}/undo`).expect(200)).body as object;
const patch = (path: string, version: unknown, body: object) =>
  officer
    .patch(`/api/v1/${path}`)
    .set('If-Match', `"v${String(version)}"`)
    .send(body)
    .expect(200);
const flow = async (id: string) =>
  (await officer.get(`/api/v1/data-flows/${id}`).expect(200)).body as { to: { name: string } };

describe('undoing an import of data flows', () => {
  it('brings no flow in use back to a vendor that was ended or an asset that was disposed of', async () => {
    const from = { assetId: (await makeAsset(officer)).id };
    const vendor = await makeVendor(officer, { name: 'Ended Lab' });
    const asset = await makeAsset(officer, { name: 'Old printer', holdsEphi: false });
    const toVendor = await makeFlow(officer, { from, to: { vendorId: vendor.id }, code: 'R-1' });
    const toAsset = await makeFlow(officer, { from, to: { assetId: asset.id }, code: 'R-2' });
    const ended = await makeFlow(officer, {
      from,
      to: { vendorId: vendor.id },
      code: 'R-3',
      active: false,
    });
    const list = await takeOver(
      'data-flow-imports',
      `${HEAD}\nR-1,,outside: State,,\nR-2,,outside: State,,\nR-3,,outside: State,,`,
    );
    expect(await planOf(list)).toMatchObject({ restore: 3, keep: 0 });
    await patch(`vendors/${vendor.id}`, vendor.version, { active: false });
    await patch(`assets/${asset.id}`, asset.version, { lifecycle: 'disposed' });
    expect(await planOf(list)).toMatchObject({
      restore: 1,
      keep: 2,
      kept: expect.arrayContaining([
        expect.objectContaining({ tag: 'R-1', because: 'changed-since' }),
        expect.objectContaining({ tag: 'R-2', because: 'changed-since' }),
      ]),
    });
    const undone = await undo('data-flow-imports', list);
    expect(undone.undoResult).toEqual({ withdrawn: 0, restored: 1, kept: 2 });
    expect(await flow(toVendor.id)).toMatchObject({ to: { name: 'State' }, active: true });
    expect(await flow(toAsset.id)).toMatchObject({ to: { name: 'State' }, active: true });
    expect(await flow(ended.id)).toMatchObject({ to: { name: 'Ended Lab' }, active: false });
    await patch(`vendors/${vendor.id}`, vendor.version + 1, { active: true });
    expect((await undo('data-flow-imports', undone)).undoResult).toMatchObject({ restored: 2, kept: 1 });
    expect(await flow(toVendor.id)).toMatchObject({ to: { name: 'Ended Lab' } });
  });

  it('leaves a flow where it is when the end that it had before is gone, and undoes the rest', async () => {
    const assets = await takeOver('asset-imports', `${ASSET_HEAD}\nGO-1,Soon gone,device,cloud,yes,yes`);
    const gone = (await importsBy(officer).assetByTag('GO-1'))!;
    const moved = await makeFlow(officer, { from: { assetId: gone['id'] }, code: 'G-1' });
    const list = await takeOver('data-flow-imports', `${HEAD}\nG-1,APP-7,,,`);
    await undo('asset-imports', assets);
    expect(await importsBy(officer).assetByTag('GO-1')).toBeUndefined();
    expect(await planOf(list)).toMatchObject({ restore: 0, keep: 1 });
    const undone = await undo('data-flow-imports', list);
    expect(undone).toMatchObject({ status: 'undone', undoResult: { restored: 0, kept: 1 } });
    expect(await flow(moved.id)).toMatchObject({ from: { tag: 'APP-7' } });
    const [row] = await test.database.asSuperuser<{ undone: string }>(
      'select undone from import_change where import_id = $1',
      [uuid(list.id)],
    );
    expect(row).toEqual({ undone: 'kept' });
  });

  it('that fails says so of data flows, not of assets', async () => {
    const list = await takeOver(
      'data-flow-imports',
      'Code,Name,From,To,Other end\nFA-1,n,APP-7,outside: X,other',
    );
    await test.database.asSuperuser(
      `create function planted() returns trigger language plpgsql as $$ begin raise 'planted'; end $$;
       create trigger planted before delete on data_flow for each row execute function planted()`,
    );
    const asked = officer.post(`/api/v1/data-flow-imports/${list.id}/undo`);
    const { undoJobId } = (await asked.set('If-Match', `"v${list.version}"`).expect(202)).body as {
      undoJobId: string;
    };
    const payload = { importId: uuid(list.id), jobRunId: uuid(undoJobId) };
    await expect(runImportJob(test, worker, 'undo', payload, 4)).rejects.toThrow('planted');
    await test.database.asSuperuser('drop trigger planted on data_flow');
    const failed = await test.database.asSuperuser<{
      action: string;
      reason_code: string;
      error_code: string;
    }>(
      `select e.action, e.reason_code, j.error_code from audit.event e join job_run j on j.id = $2
       where e.target_id = $1 and e.outcome = 'failed'`,
      [payload.importId, payload.jobRunId],
    );
    const code = 'data-flow-import.undo-failed';
    expect(failed).toEqual([{ action: code, reason_code: code, error_code: code }]);
  });
});
