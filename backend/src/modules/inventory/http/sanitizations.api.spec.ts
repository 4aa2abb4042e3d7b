import type { Agent } from 'supertest';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, calendarDateIn } from '../../../platform/kernel/calendar-date.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startAssessment } from '../../risks/assessments.spec-kit.js';
import { makeAsset, makeFlow, sanitize } from '../inventory.spec-kit.js';
import type { SanitizationView } from '../sanitization.schemas.js';

let test: TestApp;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

interface Problem {
  code: string;
  fieldErrors: Record<string, string[]>;
}
const assetOf = async (id: string) =>
  (await officer.get(`/api/v1/assets/${id}`).expect(200)).body as { lifecycle: string; version: number };
const recordsOf = async (id: string) =>
  (
    (await officer.get(`/api/v1/assets/${id}/sanitizations`).expect(200)).body as {
      items: SanitizationView[];
    }
  ).items;
const patch = (id: string, version: number, body: object) =>
  officer.patch(`/api/v1/assets/${id}`).set('If-Match', `"v${version}"`).send(body);

describe('the disposal of an asset', () => {
  it('is its record and its status at once, and the log tells both', async () => {
    const asset = await makeAsset(officer, { kind: 'device', lifecycle: 'retired' });
    const made = (await sanitize(officer, asset, { verifiedBy: 'Maya', certificate: 'C-17' }).expect(201))
      .body as SanitizationView;
    expect(made).toMatchObject({
      purpose: 'disposal',
      method: 'destroy',
      doneOn: '2026-01-05',
      doneBy: 'ShredRight',
      verifiedBy: 'Maya',
      certificate: 'C-17',
      file: null,
      corrects: null,
      isCorrected: false,
      recordedBy: 'compliance-officer of Alder Family Clinic',
    });
    expect(await assetOf(asset.id)).toMatchObject({ lifecycle: 'disposed', version: 2 });
    const events = await test.database.asSuperuser<{ action: string; changed_fields: string[] | null }>(
      `select action, changed_fields from audit.event where action like 'sanitization.%' or action = 'asset.disposed' order by id desc limit 2`,
    );
    expect(events.map(({ action }) => action).sort()).toEqual(['asset.disposed', 'sanitization.recorded']);
  });

  it('waits for the end of its data flows, which are named', async () => {
    const asset = await makeAsset(officer, { kind: 'device', lifecycle: 'retired' });
    const flow = await makeFlow(officer, { name: 'Nightly copy', from: { assetId: asset.id } });
    const refused = await sanitize(officer, asset).expect(409);
    expect((refused.body as { detail: string }).detail).toContain('“Nightly copy”');
    expect(await assetOf(asset.id)).toMatchObject({ lifecycle: 'retired', version: 1 });
    expect(await recordsOf(asset.id)).toEqual([]);
    await officer
      .patch(`/api/v1/data-flows/${flow.id}`)
      .set('If-Match', `"v${flow.version}"`)
      .send({ active: false })
      .expect(200);
    await sanitize(officer, asset).expect(201);
  });

  it('does not happen by a plain change or a new asset where data could be left', async () => {
    const asset = await makeAsset(officer, { kind: 'device' });
    const refused = await patch(asset.id, 1, { lifecycle: 'disposed' }).expect(400);
    expect(refused.body as Problem).toMatchObject({
      code: 'asset.disposal',
      fieldErrors: { lifecycle: [expect.stringContaining('Record how') as string] },
    });
    expect((await assetOf(asset.id)).lifecycle).toBe('in-service');
    await officer
      .post('/api/v1/assets')
      .send({ name: 'x', kind: 'media', hosting: 'portable', holdsEphi: false, lifecycle: 'disposed' })
      .expect(400);
    const desk = await makeAsset(officer, { kind: 'process', holdsEphi: false });
    await patch(desk.id, 1, { lifecycle: 'disposed' }).expect(200);
    await patch(desk.id, 2, { holdsEphi: true }).expect(400);
  });

  it('is refused by field, for an old version, and a second time', async () => {
    const asset = await makeAsset(officer, { kind: 'device' });
    const tomorrow = addDays(calendarDateIn('America/Denver', new Date()), 1);
    const wrong = await sanitize(officer, asset, { method: 'not-needed', doneOn: tomorrow }).expect(400);
    expect((wrong.body as Problem).fieldErrors).toEqual({
      notNeededReason: ['Say why nothing had to be removed.'],
      doneOn: ['This day has not come yet.'],
    });
    await sanitize(officer, { ...asset, version: 7 }).expect(412);
    expect(await recordsOf(asset.id)).toEqual([]);
    await sanitize(officer, asset).expect(201);
    await sanitize(officer, { ...asset, version: 2 }).expect(409);
    await sanitize(officer, { ...asset, version: 2 }, { purpose: 'reuse', method: 'clear' }).expect(409);
    expect(await recordsOf(asset.id)).toHaveLength(1);
  });

  it('asked for twice at once happens once', async () => {
    const asset = await makeAsset(officer, { kind: 'device' });
    const answers = await Promise.all([1, 2, 3, 4].map(() => sanitize(officer, asset)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412]);
    expect(await recordsOf(asset.id)).toHaveLength(1);
  });

  it('can be withdrawn to retired only, and done again with a new record', async () => {
    const asset = await makeAsset(officer, { kind: 'device' });
    await sanitize(officer, asset).expect(201);
    await patch(asset.id, 2, { lifecycle: 'in-service' }).expect(400);
    await patch(asset.id, 2, { lifecycle: 'retired' }).expect(200);
    await patch(asset.id, 3, { lifecycle: 'disposed' }).expect(400);
    await sanitize(officer, { ...asset, version: 3 }).expect(201);
    expect(await recordsOf(asset.id)).toHaveLength(2);
  });

  it('takes the asset out of the scope of analyses that are not signed', async () => {
    const asset = await makeAsset(officer, { kind: 'device' });
    const { id } = await startAssessment(officer);
    const inScope = async () => {
      const { body } = await officer.get(`/api/v1/assessments/${id}`).expect(200);
      const report = await officer.get(`/api/v1/assessments/${id}/report`).expect(200);
      const listed = (report.body as { assets: { tag: string }[] }).assets.map(({ tag }) => tag);
      const { assetsInScope } = (body as { counts: { assetsInScope: number } }).counts;
      return { assetsInScope, isListed: listed.includes(asset.tag) };
    };
    const before = await inScope();
    expect(before.isListed).toBe(true);
    await sanitize(officer, asset).expect(201);
    expect(await inScope()).toEqual({ assetsInScope: before.assetsInScope - 1, isListed: false });
    const listed = await officer.get('/api/v1/assets?lifecycle=disposed&limit=100').expect(200);
    expect((listed.body as { items: { id: string }[] }).items.map(({ id }) => id)).toContain(asset.id);
  });
});

describe('re-use', () => {
  it('is recorded without an end of the asset', async () => {
    const asset = await makeAsset(officer, { kind: 'device' });
    await sanitize(officer, asset, { purpose: 'reuse', method: 'clear', givenTo: 'Front desk' }).expect(201);
    expect(await assetOf(asset.id)).toMatchObject({ lifecycle: 'in-service', version: 1 });
    const refused = await sanitize(officer, asset, { purpose: 'reuse', method: 'destroy' }).expect(400);
    expect((refused.body as Problem).fieldErrors).toEqual({
      method: ['What is destroyed is not used again.'],
    });
  });
});

describe('a record', () => {
  it('is put right by a later one, once, and both stay', async () => {
    const asset = await makeAsset(officer, { kind: 'device' });
    const first = (await sanitize(officer, asset).expect(201)).body as SanitizationView;
    const disposed = { ...asset, version: 2 };
    const right = { corrects: first.id, doneBy: 'ShredRight of Golden' };
    await sanitize(officer, disposed, { ...right, purpose: 'reuse', method: 'clear' }).expect(400);
    const second = (await sanitize(officer, disposed, right).expect(201)).body as SanitizationView;
    await sanitize(officer, disposed, right).expect(409);
    expect(await recordsOf(asset.id)).toMatchObject([
      { id: second.id, corrects: first.id, isCorrected: false, doneBy: 'ShredRight of Golden' },
      { id: first.id, corrects: null, isCorrected: true, doneBy: 'ShredRight' },
    ]);
    const other = await makeAsset(officer, { kind: 'device' });
    await sanitize(officer, other, right).expect(404);
  });

  it('can be changed or taken away by nobody', async () => {
    for (const [role, statement] of [
      ['part164_app', 'update asset_sanitization set done_by = $$x$$'],
      ['part164_app', 'delete from asset_sanitization'],
      ['part164_worker', 'delete from asset_sanitization'],
    ] as const)
      await expect(test.database.asSuperuser(`set local role ${role}; ${statement}`)).rejects.toThrow(
        'permission denied',
      );
  });

  it('keeps the certificate, and says who took it out', async () => {
    const asset = await makeAsset(officer, { kind: 'media' });
    const paper = Buffer.from('%PDF-1.4 certificate');
    const answer = await officer
      .post(`/api/v1/assets/${asset.id}/sanitizations`)
      .set('If-Match', '"v1"')
      .field('purpose', 'disposal')
      .field('method', 'destroy')
      .field('doneOn', '2026-01-05')
      .field('doneBy', 'ShredRight')
      .attach('file', paper, 'certificate.pdf')
      .expect(201);
    const made = answer.body as SanitizationView;
    expect(made.file).toEqual({
      name: 'certificate.pdf',
      sizeBytes: paper.length,
      sha256: createHash('sha256').update(paper).digest('hex'),
    });
    const reader = await test.signIn('auditor');
    const got = await reader.get(`/api/v1/asset-sanitizations/${made.id}/file`).buffer(true).expect(200);
    expect(got.headers['content-disposition']).toContain('attachment; filename="certificate.pdf"');
    const [event] = await test.database.asSuperuser<{ action: string }>(
      `select action from audit.event where target_type = 'sanitization' order by id desc limit 1`,
    );
    expect(event?.action).toBe('sanitization.downloaded');
  });
});
