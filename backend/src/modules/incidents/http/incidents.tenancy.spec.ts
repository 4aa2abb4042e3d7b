import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidOf } from '../../../platform/kernel/typed-id.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { DeterminationView } from '../determination.schemas.js';
import { boardOf, lowProbability, reportAs } from '../incidents.spec-kit.js';

let test: TestApp;
let ours: Agent;
let theirs: Agent;
let id: string;
let dutyId: string;
let determination: DeterminationView;
beforeAll(async () => {
  test = await startTestApp();
  ours = await test.signIn('incident-commander', test.a);
  theirs = await test.signIn('incident-commander', test.b);
  ({ id } = await reportAs(ours, { title: 'Hidden incident' }));
  dutyId = (await boardOf(ours, id)).duties[0]!.id;
  determination = (
    await ours.post(`/api/v1/incidents/${id}/determinations`).send({ content: lowProbability }).expect(201)
  ).body as DeterminationView;
});
afterAll(() => test.close());

const TABLES = [
  'incident',
  'incident_entry',
  'incident_facts',
  'incident_task',
  'breach_duty',
  'breach_duty_change',
  'breach_determination',
];

describe('organization B', () => {
  it('finds nothing by any call on an incident of ours, and changes nothing', async () => {
    const before = await boardOf(ours, id);
    const call = (method: 'get' | 'post' | 'patch' | 'put', path: string, body?: object) =>
      theirs[method](`/api/v1/incidents/${id}${path}`).set('If-Match', `"v${before.version}"`).send(body);
    const member = `mem_${test.b.members.staff.memberId.replaceAll('-', '')}`;
    const answers = [
      await call('get', ''),
      await call('get', '/entries'),
      await call('get', '/facts'),
      await call('get', '/determinations'),
      await call('patch', '', { severity: 'low' }),
      await call('post', '/moves', { to: 'triage' }),
      await call('put', '/roles/privacy', { memberId: member }),
      await call('post', '/entries', { kind: 'note', words: 'Hello' }),
      await call('post', '/tasks', { phase: 'contain', title: 'Theirs' }),
      await call('post', `/duties/${dutyId}/sendings`, {
        sentOn: '2026-01-01',
        method: 'e-mail',
        completes: true,
      }),
      await call('post', '/closing/answer', { confirms: true }),
      await call('post', `/determinations/${determination.id}/signatures`, { part: 'decides' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(await boardOf(ours, id)).toEqual(before);
  });

  it('sees none of them in its list and its file', async () => {
    for (const path of ['/incidents', '/incidents/mine', '/incidents/export.json']) {
      const answer = await theirs.get(`/api/v1${path}`).expect(200);
      expect(answer.text, path).not.toMatch(/Hidden/);
    }
  });

  it.each(TABLES)('holds no row of %s', async (table) => {
    const rows = await test.database.asSuperuser<{ of: string }>(
      `select distinct organization_id::text as of from ${table} where organization_id <> '${test.a.id}'`,
    );
    expect(rows).toEqual([]);
    expect(uuidOf(id)).toMatch(/^[0-9a-f-]{36}$/);
  });
});
