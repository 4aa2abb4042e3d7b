import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { makeAsset, makeFlow } from '../inventory.spec-kit.js';
import { importsBy, runImportJob, uuid, type ImportBody } from './import.spec-kit.js';

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
  await officer.post('/api/v1/vendors').send({ name: 'Orchard Lab', agreementStatus: 'none' }).expect(201);
});
afterAll(async () => {
  await worker.close();
  await test.close();
});

type Taken = ImportBody & { undoJobId: string; undoResult: object | null };
const HEAD = 'Code,Name,From,To,Other end,Encrypted,Purpose';
const flowByCode = async (code: string) =>
  (
    (await officer.get(`/api/v1/data-flows?q=${code}`).expect(200)).body as {
      items: Record<string, unknown>[];
    }
  ).items.find((flow) => flow['code'] === code);
async function takeOver(text: string, skipBadRows = false): Promise<Taken> {
  const list = await imports.preview(text);
  await imports.commit(list, skipBadRows).expect(202);
  await worker.work();
  return (await imports.show(list.id)) as Taken;
}
async function undo(list: ImportBody): Promise<Taken> {
  const request = officer.post(`/api/v1/data-flow-imports/${list.id}/undo`);
  await request.set('If-Match', `"v${list.version}"`).expect(202);
  await worker.work();
  return (await imports.show(list.id)) as Taken;
}

describe('an import of data flows', () => {
  it('names every bad cell, ignores no column unsaid, and takes the good rows over on record', async () => {
    const text = [
      `${HEAD},Remark`,
      'TF-1,Orders to the lab,APP-7,Orchard Lab,BA,tls,Treatment,x',
      'TF-2,Orders to nobody,APP-7,Nobody & Sons,vendor,tls,Treatment,',
      'TF-3,Orders encrypted how,Chart system,outside: State,government,rot13,Law,',
    ].join('\n');
    const list = await imports.preview(text);
    expect(list).toMatchObject({ counts: { create: 1, bad: 2 }, badCellCount: 2, missing: [] });
    expect(list.columns.filter(({ field }) => field === null).map(({ heading }) => heading)).toEqual([
      'Remark',
    ]);
    const bad = await imports.rowsInPreview(list.id, '?outcome=bad');
    expect(
      bad.flatMap(({ row, problems }) => problems.map(({ heading, value }) => [row, heading, value])),
    ).toEqual([
      [3, 'To', 'Nobody & Sons'],
      [4, 'Encrypted', 'rot13'],
    ]);
    expect((await imports.commit(list, false).expect(409)).body).toMatchObject({
      code: 'data-flow-import.bad-rows',
    });
    expect(await flowByCode('TF-1')).toBeUndefined();
    await imports.commit(list, true).expect(202);
    await worker.work();
    expect((await imports.show(list.id)).result).toEqual({
      created: 1,
      changed: 0,
      unchanged: 0,
      skipped: 2,
    });
    expect(await flowByCode('TF-1')).toMatchObject({
      from: { tag: 'APP-7' },
      to: { name: 'Orchard Lab' },
      transportSecurity: 'encrypted',
      counterparty: 'vendor',
    });
    const events = await test.database.asSuperuser<{ action: string }>(
      `select action from audit.event where parent_id = $1 or target_id = $1 order by id`,
      [uuid(list.id)],
    );
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'data-flow-import.previewed',
        'data-flow-import.commit-requested',
        'data-flow.created',
        'data-flow-import.committed',
      ]),
    );
  });

  it('takes the meanings of the columns from the last list with the same headings, until they are said anew', async () => {
    const text = (code: string) => `Code,What,Out of,Into\n${code},Charts,APP-7,outside: State`;
    const first = await imports.preview(text('TF-M1'));
    expect(first).toMatchObject({ mappingFrom: null, counts: { bad: 1 } });
    expect(first.missing).toEqual(['name', 'from', 'to', 'counterparty']);
    const columns = ['code', 'name', 'from', 'to'];
    const map = (list: ImportBody, to: (string | null)[]) =>
      officer
        .put(`/api/v1/data-flow-imports/${list.id}/mapping`)
        .set('If-Match', `"v${list.version}"`)
        .send({ columns: to, fixed: { counterparty: 'government' } });
    const mapped = (await map(first, columns).expect(200)).body as ImportBody;
    expect(mapped).toMatchObject({ mappingFrom: null, missing: [], counts: { create: 1 } });
    expect((await imports.preview(text('TF-M0'))).columns[1]!.field).toBeNull();
    await imports.commit(mapped, false).expect(202);
    await worker.work();
    const again = await imports.preview(text('TF-M2'));
    expect(again).toMatchObject({
      mappingFrom: { fileName: expect.any(String) },
      fixed: { counterparty: 'government' },
      counts: { create: 1 },
    });
    expect(again.columns.map(({ field }) => field)).toEqual(columns);
    const changed = (await map(again, ['code', 'name', null, null]).expect(200)).body as ImportBody;
    expect(changed).toMatchObject({ mappingFrom: null, missing: ['from', 'to'] });
    expect(await imports.show(again.id)).toMatchObject({ mappingFrom: null });
    expect((await imports.preview('Code,What,Out of,To\nTF-M3,Charts,x,y')).columns[1]!.field).toBeNull();
    // What was undone was perhaps undone for its columns.
    await undo(await imports.show(mapped.id));
    expect(await imports.preview(text('TF-M4'))).toMatchObject({ mappingFrom: null });
  });

  it('knows its own file of rows to mend by the list they are of, also while that list waits', async () => {
    const text =
      'Nr,What,Out of,Into\nTF-R1,Charts,APP-7,Nowhere\nTF-R2,Copies,APP-7,outside: State\nTF-R2,Copies,APP-7,outside: State';
    const list = await imports.preview(text, 'autumn.csv');
    const columns = ['code', 'name', 'from', 'to'];
    const fixed = { counterparty: 'government' };
    const mapped = (await imports.map(list, columns, fixed).expect(200)).body as ImportBody;
    // Of two rows with one code neither is taken over.
    expect(mapped.counts).toMatchObject({ create: 0, bad: 3 });
    const file = await officer
      .get(`/api/v1/data-flow-imports/${list.id}/rows/export.csv?outcome=bad`)
      .expect(200);
    const mended = await imports.preview(
      file.text.replace('Nowhere', 'outside: State').replace('TF-R2', 'TF-R3'),
      'mended.csv',
    );
    expect(mended).toMatchObject({
      mappingFrom: { fileName: 'autumn.csv' },
      fixed,
      missing: [],
      counts: { create: 3, bad: 0 },
    });
    expect(mended.columns.map(({ field, isOurs }) => [field, isOurs])).toEqual([
      ...columns.map((field) => [field, false]),
      ...Array.from({ length: 5 }, () => [null, true]),
    ]);
    expect(await imports.preview(text)).toMatchObject({ mappingFrom: null });
  });

  it('finds flows by their code, and gives the next one to those that have none', async () => {
    const known = await makeFlow(officer, {
      from: { assetId: (await makeAsset(officer)).id },
      name: 'Known',
    });
    const code = String((known as Record<string, unknown>)['code']);
    expect(code).toMatch(/^FLW-\d{3,}$/);
    const list = await takeOver(
      `${HEAD}\n${code.toLowerCase()},Renamed,,,,none,\n,Without a code,APP-7,Orchard Lab,vendor,,`,
    );
    expect(list.result).toMatchObject({ created: 1, changed: 1 });
    expect(await flowByCode(code)).toMatchObject({ name: 'Renamed', transportSecurity: 'none', version: 2 });
    const made = (await officer.get('/api/v1/data-flows?q=Without').expect(200)).body as {
      items: { code: string }[];
    };
    expect(made.items[0]?.code).toMatch(/^FLW-\d{3,}$/);
    expect(made.items[0]?.code).not.toBe(code);
  });

  it('of our own export, in either format, finds nothing to change', async () => {
    const from = { assetId: (await makeAsset(officer, { tag: '=X(1)', name: 'Fax (old) (2)' })).id };
    await makeFlow(officer, {
      name: '=SUM(A1)',
      from,
      to: { party: 'vendor: Orchard Lab' },
      purpose: '-\n+1, "quoted"',
      phiTypes: ['images', 'billing', 'identifiers', 'messages'],
      offshore: true,
    });
    await makeFlow(officer, { name: 'Ended', from, to: { party: '@them' }, active: false });
    for (const format of ['csv', 'xlsx']) {
      const file = await officer
        .get(`/api/v1/data-flows/export.${format}`)
        .buffer()
        .parse(bytesOf as never)
        .expect(200);
      const list = await imports.preview(file.body as Buffer, `data-flows.${format}`);
      expect(await imports.rowsInPreview(list.id, '?outcome=bad')).toEqual([]);
      expect(list.counts).toMatchObject({ create: 0, change: 0, bad: 0 });
      expect(list.counts.unchanged).toBeGreaterThan(4);
      expect(list.columns.filter(({ field, isOurs }) => field === null && !isOurs)).toEqual([]);
    }
  });

  it('is undone: what it made goes, what it changed is as before, what was changed since stays', async () => {
    const first = await takeOver(`${HEAD}\nUF-1,Before,APP-7,Orchard Lab,vendor,none,Old purpose`);
    const list = await takeOver(
      [
        HEAD,
        'UF-1,After,APP-7,outside: Elsewhere,other,encrypted,New purpose',
        'UF-2,Made,APP-7,Orchard Lab,vendor,,',
        'UF-3,Made and changed,APP-7,Orchard Lab,vendor,,',
      ].join('\n'),
    );
    const touched = (await flowByCode('UF-3'))!;
    await officer
      .patch(`/api/v1/data-flows/${String(touched['id'])}`)
      .set('If-Match', `"v${String(touched['version'])}"`)
      .send({ purpose: 'Looked at' })
      .expect(200);
    const undone = await undo(list);
    expect(undone.undoResult).toEqual({ withdrawn: 1, restored: 1, kept: 1 });
    expect(await flowByCode('UF-1')).toMatchObject({
      name: 'Before',
      to: { name: 'Orchard Lab' },
      purpose: 'Old purpose',
      counterparty: 'vendor',
    });
    expect(await flowByCode('UF-2')).toBeUndefined();
    expect(await flowByCode('UF-3')).toMatchObject({ purpose: 'Looked at' });
    const plan = await officer.get(`/api/v1/data-flow-imports/${list.id}/undo`).expect(200);
    expect(plan.body).toMatchObject({
      kept: [{ tag: 'UF-3', because: 'changed-since', recordId: touched['id'] }],
    });
    expect((await undo(first)).undoResult).toMatchObject({ withdrawn: 1 });
  });

  it('is another kind of list than assets: neither is found, mapped or undone as the other', async () => {
    const list = await imports.preview(`${HEAD}\nK-1,n,APP-7,Orchard Lab,vendor,,`);
    await officer.get(`/api/v1/asset-imports/${list.id}`).expect(404);
    await importsBy(officer).commit(list, false).expect(404);
    const refused = await officer
      .put(`/api/v1/data-flow-imports/${list.id}/mapping`)
      .set('If-Match', `"v${list.version}"`)
      .send({ columns: ['tag', null, null, null, null, null, null] })
      .expect(400);
    expect(refused.body).toMatchObject({ fieldErrors: { 'columns.0': [expect.any(String)] } });
    const recent = await officer.get('/api/v1/asset-imports').expect(200);
    expect((recent.body as { items: { id: string }[] }).items.map(({ id }) => id)).not.toContain(list.id);
  });

  it('that fails says so of data flows, not of assets', async () => {
    const list = await imports.preview(`${HEAD}\nFA-1,n,APP-7,Orchard Lab,vendor,,`);
    const { jobId } = (await imports.commit(list, false).expect(202)).body as { jobId: string };
    await test.database.asSuperuser(
      `create function planted() returns trigger language plpgsql as $$ begin raise 'planted'; end $$;
       create trigger planted before insert on data_flow for each row execute function planted()`,
    );
    const payload = { importId: uuid(list.id), jobRunId: uuid(jobId) };
    await expect(runImportJob(test, worker, 'commit', payload, 4)).rejects.toThrow('planted');
    await test.database.asSuperuser('drop trigger planted on data_flow');
    const failed = await test.database.asSuperuser<Record<string, string>>(
      `select e.action, e.reason_code, j.error_code from audit.event e join job_run j on j.id = $2
       where e.target_id = $1 and e.outcome = 'failed'`,
      [payload.importId, payload.jobRunId],
    );
    const code = 'data-flow-import.failed';
    expect(failed).toEqual([{ action: 'data-flow-import.refused', reason_code: code, error_code: code }]);
  });

  it('gives a template that can be brought back as it is, but for the names of the example', async () => {
    const template = await officer.get('/api/v1/data-flow-imports/template.csv').expect(200);
    const list = await imports.preview(template.text);
    expect(list.columns.every(({ field }) => field !== null)).toBe(true);
    expect(list.missing).toEqual([]);
    const rows = await imports.rowsInPreview(list.id);
    const bad = rows.flatMap(({ problems }) => problems.map(({ heading }) => heading));
    expect(new Set(bad)).toEqual(new Set(['From', 'To']));
  });
});

function bytesOf(response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}
