import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { aWorkbook, rowsOf } from '../../../platform/documents/xlsx/workbook.spec-kit.js';
import { upload } from '../inventory.spec-kit.js';
import { HEAD, importsBy, uuid, type ImportBody } from './import.spec-kit.js';

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

describe('a workbook', () => {
  const list = (tag: string) => rowsOf([HEAD.split(','), [tag, 'Pump', 'device', 'cloud', 'yes', 'yes']]);

  it('is previewed like CSV, with what its cells hide said', async () => {
    const rows = `${rowsOf([HEAD.split(',')])}<row hidden="1"><c t="inlineStr"><is><t>WB-1</t></is></c><c t="str"><f>A1</f><v>Pump</v></c>${'<c t="e"><v>#REF!</v></c>'}</row>`;
    const found = await imports.preview(
      await aWorkbook({ sheets: [{ name: 'Assets', rows }] }),
      'assets.xlsx',
    );
    expect(found).toMatchObject({ delimiter: null, workbook: { sheet: 'Assets' }, counts: { bad: 1 } });
    expect(found.allowedActions).not.toContain('choose-sheet');
    const [row] = await imports.rowsInPreview(found.id);
    expect(row!.remarks).toEqual([expect.stringContaining('formula'), expect.stringContaining('hidden')]);
    expect(row!.problems[0]).toMatchObject({ heading: 'Kind', reason: expect.stringContaining('#REF!') });
  });

  it('is refused as none where text is called one, and a PDF as a PDF', async () => {
    const refused = async (text: string) => {
      const { body } = await upload(officer, text, 'Assets.XLSX').expect(400);
      return body as { code: string; fieldErrors: { file: string[] } };
    };
    const text = await refused('just some words');
    expect(text.code).toBe('asset-import.unreadable');
    expect(text.fieldErrors.file).toEqual([expect.stringMatching(/is called an Excel workbook and is none/)]);
    expect((await refused('%PDF-1.7')).fieldErrors.file).toEqual([expect.stringMatching(/This is a PDF/)]);
  });

  it('with several sheets lets another one be chosen, until it is taken over', async () => {
    const bytes = await aWorkbook({
      sheets: [
        { name: 'Old', rows: list('WB-2') },
        { name: 'New', rows: list('WB-3') },
        { name: 'Empty', rows: '' },
      ],
    });
    const first = await imports.preview(bytes, 'assets.xlsx');
    expect(first.allowedActions).toContain('choose-sheet');
    const choose = (sheet: string, version: number) =>
      officer.put(`/api/v1/asset-imports/${first.id}/sheet`).set('If-Match', `"v${version}"`).send({ sheet });
    expect((await choose('Empty', first.version).expect(400)).body).toMatchObject({
      fieldErrors: { sheet: [expect.stringContaining('no rows')] },
    });
    await choose('New', 9).expect(412);
    const second = (await choose('New', first.version).expect(200)).body as ImportBody;
    expect(second).toMatchObject({ workbook: { sheet: 'New' }, version: first.version + 1 });
    expect((await imports.rowsInPreview(first.id))[0]!.cells[0]).toBe('WB-3');
    const [kept] = await test.database.asSuperuser<{ source: Buffer }>(
      'select source from import_batch where id = $1',
      [uuid(first.id)],
    );
    expect(kept!.source.includes(bytes.subarray(0, 40))).toBe(false);
    await imports.commit(second, false).expect(202);
    await choose('Old', second.version + 1).expect(409);
    await worker.work();
    expect(await imports.assetByTag('WB-3')).toBeDefined();
    const [after] = await test.database.asSuperuser<{ source: Buffer | null }>(
      'select source from import_batch where id = $1',
      [uuid(first.id)],
    );
    expect(after!.source).toBeNull();
  });

  it('with macros is refused beside the field, and nothing is kept', async () => {
    const bytes = await aWorkbook({ sheets: [{ rows: list('WB-4') }], parts: { 'xl/vbaProject.bin': 'x' } });
    const answer = await upload(officer, bytes, 'assets.xlsm').expect(400);
    expect(answer.body).toMatchObject({
      code: 'asset-import.unreadable',
      fieldErrors: { file: [expect.stringContaining('macros')] },
    });
  });

  it('of 10,000 rows with 500 bad ones is previewed as a whole', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => [
      `WBB-${n}`,
      `Asset number ${n}`,
      n % 20 === 0 ? 'spaceship' : 'device',
      'cloud',
      'yes',
      'yes',
    ]);
    const bytes = await aWorkbook({ sheets: [{ rows: rowsOf([HEAD.split(','), ...rows]) }] });
    const found = await imports.preview(bytes, 'assets.xlsx');
    expect(found).toMatchObject({ counts: { create: 9_500, bad: 500 }, badCellCount: 500 });
  });
});
