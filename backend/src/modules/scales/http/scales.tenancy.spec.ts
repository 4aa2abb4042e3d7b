import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidOf } from '../../../platform/kernel/typed-id.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ScaleView } from '../scale.schemas.js';
import { adoptScale, draftScale, scaleCall } from '../scales.spec-kit.js';

let test: TestApp;
let theirs: Agent;
let scale: ScaleView;
beforeAll(async () => {
  test = await startTestApp();
  const ours = await test.signIn('compliance-officer', test.a);
  theirs = await test.signIn('compliance-officer', test.b);
  scale = await adoptScale(
    ours,
    await test.signIn('org-admin', test.a),
    await draftScale(ours, { title: 'Hidden scale' }),
  );
});
afterAll(() => test.close());

describe('organization B', () => {
  it.each([
    ['patch', '', {}],
    ['delete', '', undefined],
    ['post', '/proposal', undefined],
    ['post', '/adoption', undefined],
    ['post', '/return', { note: 'Not mine' }],
    ['post', '/retirement', { reason: 'Not mine' }],
  ] as const)('finds nothing by %s %s on a scale of ours', async (method, path, body) => {
    const answer = await scaleCall(theirs, method, scale, path).send(body);
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'scale.not-found' });
  });

  it('sees none of it, and takes none of it out', async () => {
    const list = await theirs.get('/api/v1/risk-scales').expect(200);
    expect(list.text).not.toMatch(/Hidden/);
    await theirs.get(`/api/v1/risk-scales/${scale.id}`).expect(404);
    await theirs.get(`/api/v1/risk-scales/${scale.id}/export.csv`).expect(404);
  });

  it('cannot rate by it, and cannot begin from it', async () => {
    const answer = await theirs
      .post('/api/v1/assessments')
      .send({ title: 'x', scope: 'y', scaleId: scale.id })
      .expect(400);
    expect((answer.body as { fieldErrors: object }).fieldErrors).toEqual({
      scaleId: ['Choose one of the scales.'],
    });
    const begun = await theirs
      .post('/api/v1/risk-scales')
      .send({ from: { version: scale.id }, title: 'Mine' })
      .expect(400);
    expect(Object.keys((begun.body as { fieldErrors: object }).fieldErrors)).toEqual(['from']);
  });

  it('may have a scale of the same name', async () => {
    const approver = await test.signIn('org-admin', test.b);
    await adoptScale(theirs, approver, await draftScale(theirs, { title: 'Hidden scale' }));
  });
});

describe('the database itself', () => {
  it('forces the walls between organizations, and refuses an assessment by a scale of another one', async () => {
    const [row] = await test.database.asSuperuser<{ forced: boolean }>(
      `select relforcerowsecurity and relrowsecurity as forced from pg_class where relname = 'risk_scale_version'`,
    );
    expect(row?.forced).toBe(true);
    await theirs.post('/api/v1/assessments').send({ title: 'x', scope: 'y' }).expect(201);
    const crossing = test.database.asSuperuser(
      `update assessment set scales_pack = null, scales_version = null, scale_id = $2 where organization_id = $1`,
      [test.b.id, uuidOf(scale.id)],
    );
    await expect(crossing).rejects.toThrow('assessment_own_scale');
  });
});
