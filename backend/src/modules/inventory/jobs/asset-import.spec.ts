import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { makeAsset, upload } from '../inventory.spec-kit.js';
import { HEAD, importsBy, runImportJob, uuid, type ImportBody, type RowBody } from './import.spec-kit.js';

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

const runJob = (payload: { importId: string; jobRunId: string }, attemptsMade: number) =>
  runImportJob(test, worker, 'commit', payload, attemptsMade);

describe('the preview of a list', () => {
  it('says what would become of each row, and names every bad cell that was planted', async () => {
    await makeAsset(officer, {
      tag: 'PV-1',
      name: 'Known',
      kind: 'device',
      hosting: 'cloud',
      encryptionAtRest: 'no',
    });
    await makeAsset(officer, { tag: 'PV-2', name: 'Same', kind: 'device', hosting: 'cloud' });
    const list = await imports.preview(
      [
        `${HEAD},Warranty`,
        'pv-1,Known,device,cloud,yes,yes,2027',
        'PV-2,Same,device,cloud,yes,,2027',
        'PV-3,"New, with comma",laptop,on prem,y,encrypted,2027',
        'PV-4,,spaceship,moon,perhaps,sort of,2027',
        'PV-3,Twice,device,cloud,yes,no,2027',
        'PV-6,Spill,device,cloud,yes,no,2027,spilt',
        'PV-7,Only one,device,cloud,yes,no,2027',
      ].join('\r\n'),
    );
    expect(list).toMatchObject({
      counts: { create: 1, change: 1, unchanged: 1, bad: 4 },
      badCellCount: 8,
      status: 'previewed',
      missing: [],
      allowedActions: ['map', 'commit', 'discard'],
    });
    expect(list.columns.map(({ heading, field }) => [heading, field])).toContainEqual(['Warranty', null]);
    const rows = await imports.rowsInPreview(list.id, '?outcome=bad');
    expect(
      rows.flatMap(({ row, problems }) => problems.map(({ heading, value }) => [row, heading, value])),
    ).toEqual([
      [4, 'Tag', 'PV-3'],
      [5, 'Kind', 'spaceship'],
      [5, 'Hosting', 'moon'],
      [5, 'Holds ePHI', 'perhaps'],
      [5, 'Encryption at rest', 'sort of'],
      [5, 'Name', ''],
      [6, 'Tag', 'PV-3'],
      [7, 'Column 8', 'spilt'],
    ]);
    expect(rows.flatMap(({ problems }) => problems).every(({ reason }) => reason.length > 15)).toBe(true);
    expect((await imports.rowsInPreview(list.id, '?outcome=change'))[0]).toMatchObject({
      row: 2,
      changes: ['encryptionAtRest'],
    });
    const mend = await officer.get(`/api/v1/asset-imports/${list.id}/problems.csv`).expect(200);
    expect(mend.text.trim().split('\r\n')).toHaveLength(9);
  });

  it('counts the rows without a tag that would add an asset of a known name a second time', async () => {
    await makeAsset(officer, { name: 'Pump of ward 3' });
    const list = await imports.preview(
      [
        HEAD,
        ',pump of WARD 3,device,cloud,yes,yes',
        'NS-1,Pump of ward 3,device,cloud,yes,yes',
        ',Pump of ward 4,device,cloud,yes,yes',
        ',Pump of ward 3,spaceship,cloud,yes,yes',
      ].join('\n'),
    );
    expect(list).toMatchObject({ counts: { create: 3, bad: 1 }, namesakeCount: 1 });
    const [first] = await imports.rowsInPreview(list.id, '?outcome=create');
    expect(first!.remarks).toEqual([expect.stringContaining('of this name is there already')]);
  });

  it('keeps the list encrypted', async () => {
    await imports.preview(`${HEAD},Notes\nENC-1,Chart of Mrs. Quimby,device,cloud,yes,yes,secret`);
    const rows = await test.database.asSuperuser<{ rows: Buffer }>('select rows from import_batch');
    expect(rows.some(({ rows: bytes }) => bytes.includes(Buffer.from('Quimby')))).toBe(false);
  });

  it('pages through rows', async () => {
    const list = await imports.preview(
      [HEAD, ...Array.from({ length: 120 }, (_, n) => `PG-${n},n,device,cloud,yes,yes`)].join('\n'),
    );
    const first = (await officer.get(`/api/v1/asset-imports/${list.id}/rows?limit=100`).expect(200)).body as {
      items: RowBody[];
      nextCursor: string;
      total: number;
    };
    const rest = await imports.rowsInPreview(list.id, `?limit=100&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest].map(({ row }) => row)).toEqual(
      Array.from({ length: 120 }, (_, n) => n + 2),
    );
    expect(first.total).toBe(120);
  });

  it.each([
    ['a torn workbook', Buffer.from('PK\x03\x04xxxx', 'latin1'), /damaged/],
    ['bytes', Buffer.from([1, 2, 0, 4]), /no list/],
    ['too many columns', Buffer.from(`${'a,'.repeat(70)}b\n1`), /more than 60 columns/],
    ['too many bytes', Buffer.alloc(6 * 1024 * 1024, 'a'), /larger than 5 MB/],
  ])('refuses %s with what to do, beside the field', async (_, bytes, sentence) => {
    const answer = await upload(officer, bytes).expect(400);
    expect((answer.body as { fieldErrors: { file: string[] } }).fieldErrors.file[0]).toMatch(sentence);
  });

  it('of 200 MB on one line ends long before it is all here, and nothing is kept', async () => {
    const before = await officer.get('/api/v1/asset-imports').expect(200);
    await upload(officer, Buffer.alloc(20 * 1024 * 1024, 'a')).expect(413);
    const after = await officer.get('/api/v1/asset-imports').expect(200);
    expect((after.body as { items: unknown[] }).items).toEqual((before.body as { items: unknown[] }).items);
  });

  it('asks for a file when none came', async () => {
    const answer = await officer.post('/api/v1/asset-imports').send({}).expect(400);
    expect(answer.body).toMatchObject({ code: 'asset-import.file-missing' });
  });

  it('keeps the name of the file, without folders', async () => {
    const list = await imports.preview(`${HEAD}\nFN-1,n,device,cloud,yes,yes`, '../../Übersicht 2026.csv');
    expect(list).toMatchObject({ fileName: 'Übersicht 2026.csv' });
  });

  it('of 10,000 rows with 500 bad ones is there within five seconds', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, n) => `BIG-${n},Asset number ${n},${n % 20 === 0 ? 'spaceship' : 'device'},cloud,yes,yes`,
    );
    const start = performance.now();
    const list = await imports.preview([HEAD, ...rows].join('\n'));
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(list).toMatchObject({ counts: { create: 9_500, bad: 500 }, badCellCount: 500 });
  });
});

describe('the meaning of columns', () => {
  it('can be changed, with one value for all rows where the list says nothing', async () => {
    const list = await imports.preview('Machine,Warranty\nPump,2027\nScale,2028');
    expect(list).toMatchObject({ missing: ['name', 'kind', 'hosting', 'holdsEphi'], counts: { bad: 2 } });
    const mapped = await officer
      .put(`/api/v1/asset-imports/${list.id}/mapping`)
      .set('If-Match', `"v${list.version}"`)
      .send({ columns: ['name', null], fixed: { kind: 'device', hosting: 'on-premises', holdsEphi: 'no' } })
      .expect(200);
    expect(mapped.body).toMatchObject({
      missing: [],
      counts: { create: 2, bad: 0 },
      version: list.version + 1,
    });
  });

  it('is refused when two columns mean the same, or a column is left unsaid', async () => {
    const list = await imports.preview('One,Two\na,b');
    const put = (columns: (string | null)[]) =>
      officer.put(`/api/v1/asset-imports/${list.id}/mapping`).set('If-Match', '"v1"').send({ columns });
    expect((await put(['name', 'name']).expect(400)).body).toMatchObject({
      fieldErrors: { 'columns.1': [expect.stringContaining('“One” is taken')] },
    });
    expect((await put(['name']).expect(400)).body).toMatchObject({
      fieldErrors: { columns: [expect.stringContaining('each of the 2 columns')] },
    });
  });
});

describe('taking a list over', () => {
  it('makes, changes and leaves alone, in a job that tells how far it is', async () => {
    const known = await makeAsset(officer, {
      tag: 'CM-1',
      name: 'Known',
      kind: 'device',
      hosting: 'cloud',
      notes: 'mine',
    });
    const list = await imports.preview(
      `${HEAD}\ncm-1,Renamed,device,cloud,yes,\n,Untagged,system,cloud,no,no\nCM-3,Tagged,media,paper,yes,\nCM-4,Bad,nothing,cloud,yes,`,
    );
    const accepted = (await imports.commit(list, true).expect(202)).body as ImportBody;
    expect(accepted).toMatchObject({
      status: 'committing',
      jobId: expect.stringMatching(/^job_/),
      allowedActions: [],
    });
    expect(await worker.work()).toBe(1);
    const job = await officer.get(`/api/v1/jobs/${accepted.jobId}`).expect(200);
    expect(job.body).toMatchObject({
      status: 'done',
      result: { created: 2, changed: 1, unchanged: 0, skipped: 1 },
    });
    expect(await imports.show(list.id)).toMatchObject({
      status: 'committed',
      result: { created: 2, changed: 1, unchanged: 0, skipped: 1 },
    });
    const changed = await officer.get(`/api/v1/assets/${known.id}`).expect(200);
    expect(changed.body).toMatchObject({ tag: 'CM-1', name: 'Renamed', notes: 'mine', version: 2 });
    expect(await imports.assetByTag('CM-3')).toMatchObject({ name: 'Tagged', encryptionAtRest: 'unknown' });
    const untagged = await officer.get('/api/v1/assets?q=Untagged').expect(200);
    expect((untagged.body as { items: { tag: string }[] }).items[0]?.tag).toMatch(/^SYS-\d{3}$/);
    const events = await test.database.asSuperuser<{ action: string }>(
      `select action from audit.event where parent_type = 'asset-import' and parent_id = $1 order by action`,
      [uuid(list.id)],
    );
    expect(events.map(({ action }) => action)).toEqual(['asset.created', 'asset.created', 'asset.updated']);
  });

  it('twice by the same job does it once', async () => {
    const list = await imports.preview(`${HEAD}\n,Once only,device,cloud,yes,yes`);
    const { jobId } = (await imports.commit(list, false).expect(202)).body as ImportBody;
    await worker.work();
    const payload = { importId: uuid(list.id), jobRunId: uuid(jobId!) };
    await runJob(payload, 1);
    await runJob(payload, 2);
    const found = await officer.get('/api/v1/assets?q=Once only').expect(200);
    expect((found.body as { total: number }).total).toBe(1);
    expect((await officer.get(`/api/v1/jobs/${jobId}`)).body).toMatchObject({
      status: 'done',
      result: { created: 1 },
    });
  });

  it('by two runs of the job at once does it once', async () => {
    const list = await imports.preview(`${HEAD}\n,Raced,device,cloud,yes,yes`);
    const { jobId } = (await imports.commit(list, false).expect(202)).body as ImportBody;
    const payload = { importId: uuid(list.id), jobRunId: uuid(jobId!) };
    await Promise.all([runJob(payload, 0), runJob(payload, 0)]);
    const found = await officer.get('/api/v1/assets?q=Raced').expect(200);
    expect((found.body as { total: number }).total).toBe(1);
    await worker.work();
  });

  it('with bad rows asks whether to leave them out', async () => {
    const list = await imports.preview(
      `${HEAD}\nAN-1,Good,device,cloud,yes,yes\nAN-2,Bad,nothing,cloud,yes,yes`,
    );
    const answer = await imports.commit(list, false).expect(409);
    expect(answer.body).toMatchObject({
      code: 'asset-import.bad-rows',
      detail: expect.stringContaining('One row has a bad cell'),
    });
    expect(await imports.assetByTag('AN-1')).toBeUndefined();
  });

  it('without one good row is refused', async () => {
    const list = await imports.preview(`${HEAD}\nNG-1,Bad,nothing,cloud,yes,yes`);
    expect((await imports.commit(list, true).expect(409)).body).toMatchObject({
      code: 'asset-import.nothing-good',
    });
  });

  it('all or nothing gives the list back when a row went bad meanwhile', async () => {
    const site = (
      await (await test.signIn('org-admin')).post('/api/v1/sites').send({ name: 'Closing soon' }).expect(201)
    ).body as { id: string };
    const list = await imports.preview(
      `Tag,Name,Kind,Hosting,Holds ePHI,Site\nAO-1,Good,device,cloud,yes,\nAO-2,Placed,device,cloud,yes,Closing soon`,
    );
    const { jobId } = (await imports.commit(list, false).expect(202)).body as ImportBody;
    await (
      await test.signIn('org-admin')
    )
      .patch(`/api/v1/sites/${site.id}`)
      .set('If-Match', '"v1"')
      .send({ active: false })
      .expect(200);
    await worker.work();
    expect((await officer.get(`/api/v1/jobs/${jobId}`)).body).toMatchObject({
      status: 'failed',
      errorCode: 'asset-import.bad-rows',
    });
    expect(await imports.show(list.id)).toMatchObject({
      status: 'previewed',
      jobId,
      counts: { create: 1, bad: 1 },
    });
    expect(await imports.assetByTag('AO-1')).toBeUndefined();
  });

  it('that fails in the middle leaves nothing behind, and is tried again', async () => {
    const list = await imports.preview(
      `${HEAD}\n${Array.from({ length: 900 }, (_, n) => `MID-${n},n,device,cloud,yes,yes`).join('\n')}`,
    );
    await imports.commit(list, false).expect(202);
    // Planted: the database refuses one of the rows of the last batch.
    await test.database.asSuperuser(`alter table asset add constraint planted check (tag <> 'MID-899')`);
    await expect(worker.work()).rejects.toThrow();
    expect(await imports.assetByTag('MID-0')).toBeUndefined();
    expect(await imports.show(list.id)).toMatchObject({ status: 'committing' });
    await test.database.asSuperuser('alter table asset drop constraint planted');
    const { jobId } = await imports.show(list.id);
    await runJob({ importId: uuid(list.id), jobRunId: uuid(jobId!) }, 1);
    expect(await imports.show(list.id)).toMatchObject({ status: 'committed', result: { created: 900 } });
  });

  it('that fails for good says so and can be tried by hand', async () => {
    const list = await imports.preview(`${HEAD}\nFG-1,n,device,cloud,yes,yes`);
    const { jobId } = (await imports.commit(list, false).expect(202)).body as ImportBody;
    await test.database.asSuperuser(`alter table asset add constraint planted check (tag <> 'FG-1')`);
    await expect(runJob({ importId: uuid(list.id), jobRunId: uuid(jobId!) }, 4)).rejects.toThrow();
    await test.database.asSuperuser('alter table asset drop constraint planted');
    expect((await officer.get(`/api/v1/jobs/${jobId}`)).body).toMatchObject({
      status: 'failed',
      errorCode: 'asset-import.failed',
    });
    expect(await imports.show(list.id)).toMatchObject({ status: 'previewed' });
  });

  it('needs the version that was seen, and happens once', async () => {
    const list = await imports.preview(`${HEAD}\nVS-1,n,device,cloud,yes,yes`);
    await officer.post(`/api/v1/asset-imports/${list.id}/commit`).send({ skipBadRows: false }).expect(428);
    await imports.commit({ ...list, version: 9 }, false).expect(412);
    await imports.commit(list, false).expect(202);
    expect(
      (await imports.commit({ ...list, version: list.version + 1 }, false).expect(409)).body,
    ).toMatchObject({
      code: 'asset-import.settled',
    });
  });
});

describe('discarding a list', () => {
  it('forgets what was read', async () => {
    const list = await imports.preview(`${HEAD}\nDC-1,n,device,cloud,yes,yes`);
    await officer
      .delete(`/api/v1/asset-imports/${list.id}`)
      .set('If-Match', `"v${list.version}"`)
      .expect(204);
    await officer.get(`/api/v1/asset-imports/${list.id}`).expect(404);
    const [row] = await test.database.asSuperuser<{ length: number }>(
      'select length(rows) as length from import_batch where id = $1',
      [uuid(list.id)],
    );
    expect(row?.length).toBeLessThan(200);
  });
});

describe('the template', () => {
  it('is a list that an import takes as it is', async () => {
    const { text } = await officer.get('/api/v1/asset-imports/template.csv').expect(200);
    const list = await imports.preview(Buffer.from(text, 'utf8'));
    expect(list.counts.bad).toBe(0);
    expect(list.columns.every(({ field }) => field !== null)).toBe(true);
  });
});
