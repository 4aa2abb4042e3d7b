import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../platform/http/openapi.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, upload, uploadFlows } from '../../inventory/inventory.spec-kit.js';
import { startAssessment } from '../../risks/assessments.spec-kit.js';
import { draftScale } from '../../scales/scales.spec-kit.js';
import { SCAN_HEAD, uploadScan } from '../../vulnerabilities/vulnerabilities.spec-kit.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
/** A record of each kind that an export is of, by the path that its id stands in. */
const ids: Record<string, string> = {};
beforeAll(async () => {
  test = await startTestApp();
  [officer, admin] = [await test.signIn('compliance-officer'), await test.signIn('org-admin')];
  const idOf = (body: unknown) => (body as { id: string }).id;
  const before = await startAssessment(officer);
  ids['assessments'] = (await startAssessment(officer, { previousId: before.id })).id;
  ids['assets'] = (await makeAsset(officer)).id;
  ids['asset-imports'] = idOf((await upload(officer, 'Name\nPump').expect(201)).body);
  ids['data-flow-imports'] = idOf((await uploadFlows(officer, 'Code,Name\nF-1,Claims').expect(201)).body);
  ids['scans'] = idOf((await uploadScan(officer, SCAN_HEAD + '\nhost,1,Check,High,,443,2026-03-01')).body);
  ids['risk-scales'] = (await draftScale(officer)).id;
});
afterAll(() => test.close());

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema?: { enum?: string[] } }[];
}
/** Every table that leaves, from the contract. */
function exportsOf(): { path: string; operation: Operation }[] {
  return Object.entries(openApiDocument(test.app).paths)
    .filter(([path]) => path.endsWith('/export.{format}'))
    .map(([path, { get }]) => ({ path, operation: get as Operation }));
}
function addressOf(path: string, format: string): string {
  const [, , , list = ''] = path.split('/');
  return path.replace('{id}', ids[list] ?? '').replace('{format}', format);
}
/** Only who may invite sees who was invited. */
const mayExport = (path: string): Agent => (path.includes('/invitations/') ? admin : officer);
const exported = () =>
  test.database.asSuperuser<{ action: string; detail: Record<string, unknown> }>(
    `select action, detail::jsonb as detail from audit.event where organization_id = $1 and action ~ 'exported$' order by id desc limit 1`,
    [test.a.id],
  );

describe('every table that leaves', () => {
  it('may say what it is for, and the log keeps that with the export', async () => {
    const all = exportsOf();
    expect(all.length).toBeGreaterThan(24);
    for (const { path, operation } of all) {
      const purpose = operation.parameters?.find(({ name }) => name === 'purpose');
      expect([path, purpose]).toEqual([
        path,
        expect.objectContaining({ in: 'query', required: false }) as object,
      ]);
      const answer = await mayExport(path).get(addressOf(path, 'json')).query({ purpose: 'regulator' });
      expect([path, answer.status]).toEqual([path, 200]);
      const [event] = await exported();
      expect([path, event!.detail]).toEqual([
        path,
        expect.objectContaining({ format: 'json', purpose: 'regulator' }) as object,
      ]);
    }
  });

  it('keeps by which filters it was taken out, and no word that somebody typed', async () => {
    await officer
      .get('/api/v1/risks/export.csv?q=Mrs%20Miller&status=open&sort=number&purpose=audit')
      .expect(200);
    const [filtered] = await exported();
    expect(filtered!.detail['filter']).toEqual({ q: 'not kept', status: 'open' });
    await officer.get('/api/v1/risks/export.csv?sort=number').expect(200);
    const [whole] = await exported();
    expect(whole!.detail).not.toHaveProperty('filter');
  });

  it('keeps nothing of what stands in an address besides, wherever somebody writes it', async () => {
    const NAME = 'Mrs Miller';
    const logged = async () => {
      const [event] = await exported();
      return JSON.stringify(event);
    };
    for (const { path, operation } of exportsOf()) {
      const names = (operation.parameters ?? [])
        .filter((each) => each.in === 'query')
        .map(({ name }) => name);
      for (const name of [...names, 'patient', 'named', 'level'])
        await mayExport(path)
          .get(addressOf(path, 'csv'))
          .query({ [name]: NAME });
      expect([path, await logged()]).toEqual([path, expect.not.stringContaining('Miller') as string]);
    }
    const cell = `residual:${NAME}:x`;
    for (const typed of [{ level: NAME }, { cell }]) {
      await officer.get('/api/v1/risks/export.csv').query(typed);
      expect(await logged()).not.toContain('Miller');
    }
  });

  it('says nothing of it where nobody did', async () => {
    for (const { path } of exportsOf()) {
      await mayExport(path).get(addressOf(path, 'csv')).expect(200);
      const [event] = await exported();
      expect([path, 'purpose' in event!.detail]).toEqual([path, false]);
    }
  });

  it('takes no words of a person for it', async () => {
    for (const { path } of exportsOf()) {
      const answer = await mayExport(path).get(addressOf(path, 'csv')).query({ purpose: 'for Mrs Miller' });
      const { fieldErrors } = answer.body as { fieldErrors?: Record<string, string[]> };
      expect([path, answer.status, fieldErrors?.['purpose']?.length]).toEqual([path, 400, 1]);
    }
    await officer.get('/api/v1/risks/export.csv?purpose=audit&purpose=other').expect(400);
  });

  it('refuses what the list has not, with a purpose too', async () => {
    await officer.get('/api/v1/risks/export.csv?purpose=audit&nothing=1').expect(400);
    await officer.get('/api/v1/risks?purpose=audit').expect(400);
  });
});

it('the log as a document keeps it as well', async () => {
  await officer.get('/api/v1/audit-events/export.pdf?volume=1&purpose=audit').expect(200);
  const [event] = await exported();
  expect(event).toMatchObject({ action: 'audit.exported', detail: { format: 'pdf', purpose: 'audit' } });
});
