import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { makeAsset, makeFlow } from '../inventory.spec-kit.js';
import { importsBy, uuid, type ImportBody } from './import.spec-kit.js';

let test: TestApp;
let worker: TestWorker;
let officer: Agent;
let imports: ReturnType<typeof importsBy>;
let flows: ReturnType<typeof importsBy>;
beforeAll(async () => {
  test = await startTestApp();
  worker = await startTestWorker(test);
  officer = await test.signIn('compliance-officer');
  imports = importsBy(officer);
  flows = importsBy(officer, 'data-flow-imports');
  await makeAsset(officer, { tag: 'CV-APP', name: 'Chart system' });
});
afterAll(async () => {
  await worker.close();
  await test.close();
});

/** Whatever case or action: the fields of the last entry about this list that says them. */
async function logOf(list: ImportBody, action: string) {
  const [event] = await test.database.asSuperuser<{ detail: object; changed: string; macs: string }>(
    `select detail::jsonb as detail, changed_fields::text as changed, value_macs::text as macs from audit.event
     where target_id = $1 and action = $2 order by id desc limit 1`,
    [uuid(list.id), action],
  );
  return event;
}

describe('one value for the whole list', () => {
  const HEAD = 'Tag,Name,Type,Contains PHI';
  const text = (tag: string) => `${HEAD}\n${tag}-1,Known,device,yes\n${tag}-2,New,laptop,no`;
  const columns = ['tag', 'name', 'kind', 'holdsEphi'];

  it('is kept, shown as chosen, taken over to new and known assets on record, and undone', async () => {
    const known = await makeAsset(officer, {
      tag: 'CV-1',
      name: 'Known',
      kind: 'device',
      hosting: 'cloud',
      vendorName: 'Acme',
    });
    const list = await imports.preview(text('CV'));
    expect(list).toMatchObject({ missing: ['hosting'], counts: { unchanged: 1, bad: 1 } });
    expect(list.fixed).toMatchObject({ hosting: null, site: null });
    expect(list.fixed).not.toHaveProperty('tag');
    const choice = { hosting: 'on-premises', vendorName: 'Quimby & Sons' };
    const mapped = (await imports.map(list, columns, choice).expect(200)).body as ImportBody;
    expect(mapped).toMatchObject({ missing: [], fixed: choice, counts: { create: 1, change: 1, bad: 0 } });
    expect(await imports.show(list.id)).toMatchObject({ fixed: choice });
    const rows = await imports.rowsInPreview(list.id);
    expect(rows.map(({ outcome, chosen }) => [outcome, chosen])).toEqual([
      ['change', ['hosting', 'vendorName']],
      ['create', ['hosting', 'vendorName']],
    ]);
    expect(rows[0]!.remarks).toEqual([expect.stringContaining('by the file: Where it runs, Vendor.')]);
    expect(rows[0]!.changes).toEqual(['hosting', 'vendorName']);

    const said = await logOf(list, 'asset-import.mapped');
    expect(said).toMatchObject({ detail: { badRows: 0, oneValueFor: 'hosting, vendorName' } });
    expect(JSON.parse(said!.changed)).toEqual(['vendorName', 'hosting'].sort());
    expect(JSON.stringify(said)).not.toMatch(/Quimby|on-premises/);

    await imports.commit(mapped, false).expect(202);
    await worker.work();
    expect(await imports.show(list.id)).toMatchObject({
      status: 'committed',
      fixed: choice,
      result: { created: 1, changed: 1 },
    });
    expect(await logOf(list, 'asset-import.commit-requested')).toMatchObject({
      detail: { oneValueFor: 'hosting, vendorName' },
    });
    expect(await imports.assetByTag('CV-1')).toMatchObject(choice);
    expect(await imports.assetByTag('CV-2')).toMatchObject({ ...choice, kind: 'device' });

    const done = await imports.show(list.id);
    await officer
      .post(`/api/v1/asset-imports/${list.id}/undo`)
      .set('If-Match', `"v${done.version}"`)
      .expect(202);
    await worker.work();
    expect((await officer.get(`/api/v1/assets/${known.id}`)).body).toMatchObject({
      hosting: 'cloud',
      vendorName: 'Acme',
    });
    expect(await imports.assetByTag('CV-2')).toBeUndefined();
  });

  it('is held to the rules of a cell, at its field, and nothing of it is kept when it is refused', async () => {
    const list = await imports.preview(text('CR'));
    const refused = async (fixed: Record<string, string>, names = columns as (string | null)[]) =>
      ((await imports.map(list, names, fixed).expect(400)).body as { fieldErrors: Record<string, string[]> })
        .fieldErrors;
    expect(await refused({ hosting: 'moon', site: 'Mars', owner: 'Nobody' })).toEqual({
      'fixed.hosting': [expect.stringContaining('not one of the known words')],
      'fixed.site': [expect.stringContaining('no site of this name')],
      'fixed.owner': [expect.stringContaining('No colleague has this name')],
    });
    expect(await refused({ vendorName: 'x'.repeat(201) })).toEqual({
      'fixed.vendorName': [expect.stringContaining('at most 200')],
    });
    expect(await refused({ tag: 'CR-9' }, [null, 'name', 'kind', null])).toEqual({
      'fixed.tag': ['Each row needs a tag of its own.'],
    });
    expect(await refused({ name: 'Pump' })).toEqual({
      'fixed.name': [expect.stringContaining('The column “Name” holds this')],
    });
    expect(await refused({ purpose: 'Payment' })).toEqual({ 'fixed.purpose': [expect.any(String)] });
    expect(await imports.show(list.id)).toMatchObject({ version: list.version, missing: ['hosting'] });
  });

  it('that says nothing is none, and one that became wrong since makes every row bad with the reason', async () => {
    const admin = await test.signIn('org-admin');
    const site = (await admin.post('/api/v1/sites').send({ name: 'Closes' }).expect(201)).body as {
      id: string;
    };
    const list = await imports.preview(text('CG'));
    const fixed = { hosting: 'cloud', site: 'closes', vendorName: ' - ' };
    const mapped = (await imports.map(list, columns, fixed).expect(200)).body as ImportBody;
    expect(mapped).toMatchObject({ fixed: { site: 'closes', vendorName: null }, counts: { create: 2 } });
    await admin.patch(`/api/v1/sites/${site.id}`).set('If-Match', '"v1"').send({ active: false }).expect(200);
    expect(await imports.show(list.id)).toMatchObject({ missing: [], counts: { bad: 2 } });
    const [row] = await imports.rowsInPreview(list.id);
    expect(row!.problems).toMatchObject([{ column: null, heading: 'Site', value: 'closes' }]);
  });

  it('is remembered with the columns for the next list with the same headings, and then on record too', async () => {
    const list = await imports.preview(text('CM'));
    const mapped = (await imports.map(list, columns, { hosting: 'paper' }).expect(200)).body as ImportBody;
    await imports.commit(mapped, false).expect(202);
    await worker.work();
    const next = await imports.preview(text('CN'));
    expect(next).toMatchObject({ fixed: { hosting: 'paper' }, counts: { create: 2 } });
    expect(await logOf(next, 'asset-import.previewed')).toMatchObject({ detail: { oneValueFor: 'hosting' } });
  });

  it('of data flows can be an end, found by its name', async () => {
    const known = await makeFlow(officer, {
      code: 'CV-F1',
      from: { assetId: (await makeAsset(officer)).id },
      to: { party: 'State' },
      name: 'Reports',
    });
    const list = await flows.preview(
      'Code,Name,To,Other end\nCV-F1,Reports,outside: State,other\n,Copies,outside: Patient,patient',
    );
    expect(list).toMatchObject({ missing: ['from'] });
    const mapped = (
      await flows.map(list, ['code', 'name', 'to', 'counterparty'], { from: 'chart system' }).expect(200)
    ).body as ImportBody;
    expect(mapped).toMatchObject({ missing: [], counts: { create: 1, change: 1 } });
    await flows.commit(mapped, false).expect(202);
    await worker.work();
    expect((await officer.get(`/api/v1/data-flows/${known.id}`).expect(200)).body).toMatchObject({
      from: { name: 'Chart system' },
    });
  });
});
