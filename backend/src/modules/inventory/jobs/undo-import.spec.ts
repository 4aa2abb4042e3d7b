import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { makeAsset, makeFlow } from '../inventory.spec-kit.js';
import { HEAD, importsBy, runImportJob, uuid, type ImportBody } from './import.spec-kit.js';

let test: TestApp;
let worker: TestWorker;
let officer: Agent;
let imports: ReturnType<typeof importsBy>;
beforeAll(async () => {
  test = await startTestApp();
  worker = await startTestWorker(test);
  officer = await test.signIn('compliance-officer');
  imports = importsBy(officer);
});
afterAll(async () => {
  await worker.close();
  await test.close();
});

type Taken = ImportBody & { undoJobId: string; undoResult: object | null };

async function takeOver(rows: string): Promise<Taken> {
  const list = await imports.preview(`${HEAD},Notes\n${rows}`);
  await imports.commit(list, false).expect(202);
  await worker.work();
  return (await imports.show(list.id)) as Taken;
}
const requestUndo = (list: ImportBody) =>
  officer.post(`/api/v1/asset-imports/${list.id}/undo`).set('If-Match', `"v${list.version}"`);
async function undo(list: ImportBody): Promise<Taken> {
  await requestUndo(list).expect(202);
  await worker.work();
  return (await imports.show(list.id)) as Taken;
}
const planOf = async (id: string) =>
  (await officer.get(`/api/v1/asset-imports/${id}/undo`).expect(200)).body as {
    withdraw: number;
    restore: number;
    keep: number;
    kept: { tag: string; because: string; recordId: string | null }[];
  };
const change = (asset: Record<string, unknown>, body: object) =>
  officer
    .patch(`/api/v1/assets/${String(asset['id'])}`)
    .set('If-Match', `"v${String(asset['version'])}"`)
    .send(body)
    .expect(200);

describe('undoing an import', () => {
  it('takes out what it made and brings back what it changed, notes too, each on record', async () => {
    const known = await makeAsset(officer, {
      tag: 'UN-1',
      name: 'Before',
      kind: 'device',
      notes: 'old note',
    });
    const list = await takeOver('UN-1,After,device,cloud,yes,yes,new note\nUN-2,Made,device,cloud,yes,yes,');
    expect(list.allowedActions).toEqual(['undo']);
    expect(await planOf(list.id)).toEqual({ withdraw: 1, restore: 1, keep: 0, kept: [] });
    const requested = await requestUndo(list).expect(202);
    expect(requested.body).toMatchObject({ status: 'undoing', undoJobId: expect.stringMatching(/^job_/) });
    await worker.work();
    const undone = (await imports.show(list.id)) as Taken;
    expect(undone).toMatchObject({
      status: 'undone',
      undoResult: { withdrawn: 1, restored: 1, kept: 0 },
      allowedActions: [],
    });
    expect((await officer.get(`/api/v1/assets/${known.id}`)).body).toMatchObject({
      name: 'Before',
      notes: 'old note',
      version: 3,
    });
    expect(await imports.assetByTag('UN-2')).toBeUndefined();
    const events = await test.database.asSuperuser<{ action: string }>(
      `select action from audit.event where parent_id = $1 and action in ('asset.withdrawn', 'asset.updated')`,
      [uuid(list.id)],
    );
    expect(events.map(({ action }) => action).sort()).toEqual([
      'asset.updated',
      'asset.updated',
      'asset.withdrawn',
    ]);
    expect((await officer.get(`/api/v1/jobs/${undone.undoJobId}`)).body).toMatchObject({
      status: 'done',
      result: { withdrawn: 1 },
    });
  });

  it('keeps what was taken out, encrypted, and frees its tag', async () => {
    const rows = 'UN-3,Quimby pump,device,cloud,yes,yes,Seen by Mrs. Quimby';
    const list = await takeOver(rows);
    await undo(list);
    const kept = await test.database.asSuperuser<{ facts: Buffer; subject_tag: string }>(
      'select facts, subject_tag from import_change where import_id = $1',
      [uuid(list.id)],
    );
    expect(kept).toMatchObject([{ subject_tag: 'UN-3' }]);
    expect(kept[0]!.facts.includes(Buffer.from('Mrs.'))).toBe(false);
    const again = await takeOver(rows);
    expect(again.result).toMatchObject({ created: 1 });
  });

  it('leaves what was changed or used since, says which and why, and can be asked again', async () => {
    const list = await takeOver(
      [
        'UN-10,Changed,device,cloud,yes,yes,',
        'UN-11,In a flow,device,cloud,yes,yes,',
        'UN-12,Free,device,cloud,yes,yes,',
      ].join('\n'),
    );
    const [changed, used] = [(await imports.assetByTag('UN-10'))!, (await imports.assetByTag('UN-11'))!];
    await change(changed, { location: 'Somewhere' });
    await makeFlow(officer, { name: 'Uses it', from: { assetId: used['id'] } });
    expect(await planOf(list.id)).toMatchObject({ withdraw: 1, keep: 2 });
    const undone = await undo(list);
    expect(undone).toMatchObject({
      status: 'undone',
      undoResult: { withdrawn: 1, kept: 2 },
      allowedActions: ['undo'],
    });
    expect((await planOf(list.id)).kept).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ tag: 'UN-10', because: 'changed-since', recordId: changed['id'] }),
        expect.objectContaining({ tag: 'UN-11', because: 'in-use' }),
      ]),
    );
    expect(await imports.assetByTag('UN-11')).toMatchObject({ name: 'In a flow' });
    const again = await undo(undone);
    expect(again.undoResult).toEqual({ withdrawn: 1, restored: 0, kept: 2 });
  });

  it('brings nothing back to disposed where a data flow in use begins or ends', async () => {
    const asset = { tag: 'UN-15', name: 'Old desk', kind: 'process', holdsEphi: false };
    const disposed = await makeAsset(officer, asset);
    const free = await makeAsset(officer, { ...asset, tag: 'UN-16' });
    for (const one of [disposed, free]) await change(one, { lifecycle: 'disposed' });
    const list = await takeOver(
      'UN-15,Desk,process,on-premises,no,unknown,\nUN-16,Desk,process,on-premises,no,unknown,',
    );
    // As lists did before they left disposal to the record of how ePHI was removed.
    await test.database.asSuperuser(`update asset set lifecycle = 'in-service' where tag like 'UN-1_'`);
    await makeFlow(officer, { name: 'Still runs', from: { assetId: disposed.id } });
    await makeFlow(officer, { name: 'Over', from: { assetId: free.id }, active: false });
    const kept = [expect.objectContaining({ tag: 'UN-15', because: 'in-use', recordId: disposed.id })];
    expect(await planOf(list.id)).toEqual({ withdraw: 0, restore: 1, keep: 1, kept });
    expect((await undo(list)).undoResult).toEqual({ withdrawn: 0, restored: 1, kept: 1 });
    expect(await imports.assetByTag('UN-15')).toMatchObject({ name: 'Desk', lifecycle: 'in-service' });
    expect(await imports.assetByTag('UN-16')).toMatchObject({ name: 'Old desk', lifecycle: 'disposed' });
    expect(await planOf(list.id)).toMatchObject({ keep: 1, kept });
  });

  it('one import after the other goes back to where both began', async () => {
    await makeAsset(officer, { tag: 'UN-20', name: 'First', kind: 'device' });
    const first = await takeOver('UN-20,Second,device,cloud,yes,yes,\nUN-21,Made,device,cloud,yes,no,');
    const second = await takeOver('UN-20,Third,device,cloud,yes,yes,\nUN-21,Made,device,cloud,yes,yes,');
    expect(await planOf(first.id)).toMatchObject({ withdraw: 0, restore: 0, keep: 2 });
    await undo(second);
    expect(await imports.assetByTag('UN-20')).toMatchObject({ name: 'Second' });
    await undo(first);
    expect(await imports.assetByTag('UN-20')).toMatchObject({ name: 'First' });
    expect(await imports.assetByTag('UN-21')).toBeUndefined();
  });

  it('needs the version that was seen, and what was not taken over cannot be undone', async () => {
    const list = await imports.preview(`${HEAD}\nUN-30,n,device,cloud,yes,yes`);
    expect((await requestUndo(list).expect(409)).body).toMatchObject({
      code: 'asset-import.nothing-to-undo',
    });
    await officer.post(`/api/v1/asset-imports/${list.id}/undo`).expect(428);
    const taken = await takeOver('UN-31,n,device,cloud,yes,yes,');
    await requestUndo({ ...taken, version: 99 }).expect(412);
  });

  it('that runs twice undoes once; that fails leaves nothing behind and can be tried again', async () => {
    const list = await takeOver('UN-40,a,device,cloud,yes,yes,\nUN-41,b,device,cloud,yes,yes,');
    await test.database.asSuperuser(
      `create function planted() returns trigger language plpgsql as $$ begin if old.tag = 'UN-41' then raise 'planted'; end if; return old; end $$;
       create trigger planted before delete on asset for each row execute function planted()`,
    );
    await requestUndo(list).expect(202);
    await expect(worker.work()).rejects.toThrow();
    expect(await imports.assetByTag('UN-40')).toBeDefined();
    const { undoJobId } = (await imports.show(list.id)) as Taken;
    const payload = { importId: uuid(list.id), jobRunId: uuid(undoJobId) };
    await expect(runImportJob(test, worker, 'undo', payload, 4)).rejects.toThrow();
    const given = (await imports.show(list.id)) as Taken;
    expect(given).toMatchObject({ status: 'committed', allowedActions: ['undo'] });
    await test.database.asSuperuser('drop trigger planted on asset');
    const undone = await undo(given);
    expect(undone.undoResult).toEqual({ withdrawn: 2, restored: 0, kept: 0 });
    await runImportJob(
      test,
      worker,
      'undo',
      { importId: uuid(list.id), jobRunId: uuid(undone.undoJobId) },
      1,
    );
    expect((await imports.show(list.id)) as Taken).toMatchObject({
      status: 'undone',
      undoResult: { withdrawn: 2 },
    });
  });
});
