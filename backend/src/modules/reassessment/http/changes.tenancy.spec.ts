import type { Agent } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ChangeView } from '../reassessment.schemas.js';

let test: TestApp;
let ours: Agent;
let theirs: Agent;
let change: ChangeView;
beforeAll(async () => {
  test = await startTestApp();
  [ours, theirs] = [await test.signIn('compliance-officer'), await test.signIn('compliance-officer', test.b)];
  const body = {
    kind: 'incident',
    subject: 'Stolen laptop',
    description: 'From the car of a nurse.',
    happenedOn: '2026-01-05',
  };
  change = (await ours.post('/api/v1/environment-changes').send(body).expect(201)).body as ChangeView;
});
afterAll(() => test.close());

it('another organization sees no change, decides none and takes none out', async () => {
  const path = '/api/v1/environment-changes';
  expect((await theirs.get(path).expect(200)).body).toMatchObject({ items: [], total: 0 });
  expect((await theirs.get(`${path}/review`).expect(200)).body).toMatchObject({ undecided: 0, signed: null });
  await theirs.get(`${path}/${change.id}`).expect(404);
  const decision = {
    changes: [{ id: change.id, version: change.version }],
    decision: 'not-needed',
    reason: 'None of ours, and none of theirs.',
  };
  await theirs.post(`${path}/decisions`).send(decision).expect(404);
  expect((await theirs.get(`${path}/export.csv`).expect(200)).text).not.toContain('Stolen laptop');
  expect((await ours.get(`${path}/${change.id}`).expect(200)).body).toMatchObject({ state: 'undecided' });
});
