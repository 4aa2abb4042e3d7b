import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { sanitize, makeAsset } from '../inventory.spec-kit.js';
import { HEAD, importsBy } from '../jobs/import.spec-kit.js';

let test: TestApp;
let officer: Agent;
let imports: ReturnType<typeof importsBy>;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  imports = importsBy(officer);
});
afterAll(() => test.close());

type Rows = Record<string, unknown>[];
const rowsOf = async (path: string) => (await officer.get(`/api/v1${path}`).expect(200)).body as Rows;
const lastExport = async (action: string) =>
  (
    await test.database.asSuperuser<{ detail: object }>(
      `select detail::jsonb as detail from audit.event where action = $1 order by id desc limit 1`,
      [action],
    )
  )[0]?.detail;

describe('the rows of a list as a file', () => {
  const LONG = `A pump that ${'hums '.repeat(80)}`.trim();
  const LIST = [
    `${HEAD},Description,Warranty`,
    `MX-1,Pump,device,cloud,yes,no,${LONG},2027`,
    'MX-2,,spaceship,moon,yes,no,=2+5,2028',
  ].join('\n');

  it('are those of the file in full, each with what to mend, in each format', async () => {
    const list = await imports.preview(LIST);
    const path = `/asset-imports/${list.id}/rows`;
    const [good, bad, ...others] = await rowsOf(`${path}/export.json`);
    expect(others).toEqual([]);
    expect(good).toMatchObject({ row: 2, outcome: 'create', Name: 'Pump', Description: LONG, problems: [] });
    expect(bad).toMatchObject({ row: 3, outcome: 'bad', Warranty: '2028' });
    const problems = bad!['problems'] as string[];
    expect(problems.map((words) => words.split(':')[0])).toEqual(
      expect.arrayContaining(['Name', 'Kind', 'Hosting']),
    );
    expect(await lastExport('asset-import.rows-exported')).toEqual({ rows: 2, format: 'json' });
    const { text } = await officer.get(`/api/v1${path}/export.csv?outcome=bad`).expect(200);
    expect(text).toContain(",'=2+5,2028,3,Bad cell,");
    expect(text).not.toContain('Pump');
    await officer
      .get(`/api/v1${path}/export.xlsx`)
      .expect(200)
      .expect('content-type', /spreadsheet/);
    await officer.get(`/api/v1${path}/export.csv?outcome=perhaps`).expect(400);
  });

  it('are called in JSON as in the file; by place where a heading is empty, doubled or ours', async () => {
    const list = await imports.preview('Tag,Name,,Note,Note,row,column3\nMX-9,Pump,a,b,c,d,e,over');
    const [only] = await rowsOf(`/asset-imports/${list.id}/rows/export.json`);
    expect(Object.entries(only!).slice(0, 9)).toEqual([
      ['Tag', 'MX-9'],
      ['Name', 'Pump'],
      ['column3', 'a'],
      ['column4', 'b'],
      ['column5', 'c'],
      ['column6', 'd'],
      ['column7', 'e'],
      ['column8', 'over'],
      ['row', 2],
    ]);
  });

  it('are understood as their list was, the same for every row too; of two with one tag both are there', async () => {
    const text = 'No,Tag,What is it\n1,RM-1,Pump\n2,RM-2,\n3,RM-3,Hose\n4,rm-3,Valve';
    const list = await imports.preview(text, 'pumps.csv');
    const fixed = { kind: 'device', hosting: 'cloud', holdsEphi: 'no' };
    const mapped = (await imports.map(list, [null, 'tag', 'name'], fixed).expect(200)).body as typeof list;
    expect(mapped.counts).toEqual({ create: 1, change: 0, unchanged: 0, bad: 3 });
    const path = `/api/v1/asset-imports/${list.id}/rows`;
    const bad = await rowsOf(`${path.slice(7)}/export.json?outcome=bad`);
    expect(bad.map(({ row, problems }) => [row, (problems as string[])[0]?.split('.')[0]])).toEqual([
      [3, 'What is it: This cell is empty, and it is needed'],
      [4, 'Tag: Row 5 has this tag too'],
      [5, 'Tag: Row 4 has this tag too'],
    ]);
    const file = await officer.get(`${path}/export.csv?outcome=bad`).expect(200);
    const mended = await imports.preview(file.text.replace('RM-2,', 'RM-2,Tube').replace('rm-3', 'RM-4'));
    expect(mended).toMatchObject({
      mappingFrom: { fileName: 'pumps.csv' },
      fixed,
      counts: { create: 3, bad: 0 },
    });
    expect(mended.columns.map(({ field }) => field).slice(0, 4)).toEqual([null, 'tag', 'name', null]);
  });

  it('can be mended in it and brought again: what we wrote besides is ours, and ignored', async () => {
    const list = await imports.preview(LIST);
    const { text } = await officer
      .get(`/api/v1/asset-imports/${list.id}/rows/export.csv?outcome=bad`)
      .expect(200);
    const mended = await imports.preview(
      text.replace('MX-2,,spaceship,moon', 'MX-2,Second pump,device,cloud'),
    );
    expect(mended).toMatchObject({ counts: { create: 1, change: 0, unchanged: 0, bad: 0 }, missing: [] });
    const ours = mended.columns.filter(({ isOurs }) => isOurs).map(({ heading }) => heading);
    expect(ours).toEqual([
      'Row of the list',
      'What an import does with it',
      'What to mend',
      'Remarks of the import',
      'What an import changes',
    ]);
    expect(mended.columns.filter(({ field, isOurs }) => field === null && !isOurs)).toMatchObject([
      { heading: 'Warranty' },
    ]);
  });
});

it.each(['asset-imports', 'data-flow-imports'] as const)('all %s come as a file', async (lists) => {
  const by = importsBy(officer, lists);
  for (let n = 1; n <= 22; n += 1) await by.preview('Name\nA', `list-${n}.csv`);
  const rows = await rowsOf(`/${lists}/export.json`);
  const names = rows.map(({ fileName }) => fileName);
  // The page shows the last twenty.
  expect(names.slice(0, 22)).toEqual(Array.from({ length: 22 }, (_, n) => `list-${22 - n}.csv`));
  expect(rows[0]).toMatchObject({ status: 'previewed', rows: 1, badRows: 1, created: null });
  const action = `${lists.slice(0, -1)}.exported`;
  expect(await lastExport(action)).toEqual({ rows: rows.length, format: 'json' });
});

it('how ePHI was removed from an asset comes as a file', async () => {
  const asset = await makeAsset(officer, { kind: 'device', lifecycle: 'retired' });
  await sanitize(officer, asset, { certificate: '=2+5' }).expect(201);
  const path = `/assets/${asset.id}/sanitizations/export`;
  expect(await rowsOf(`${path}.json`)).toEqual([
    expect.objectContaining({ method: 'destroy', doneBy: 'ShredRight', certificate: '=2+5' }),
  ]);
  expect(await lastExport('sanitization.exported')).toEqual({ rows: 1, format: 'json' });
  expect((await officer.get(`/api/v1${path}.csv`).expect(200)).text).toContain("'=2+5");
  await (await test.signIn('vendor-manager')).get(`/api/v1${path}.csv`).expect(403);
});
