import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { draftScale, scaleCall } from '../../scales/scales.spec-kit.js';
import { startAssessment } from '../../risks/assessments.spec-kit.js';

const HOSTILE = '=2+5';
let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
  const officer = await test.signIn('compliance-officer');
  await officer.post('/api/v1/sites').send({ name: HOSTILE }).expect(201);
  await startAssessment(officer, { title: HOSTILE });
  const member = test.a.members['compliance-officer'].memberId;
  await test.database.asSuperuser(
    `insert into obligation (organization_id, id, kind, subject_type, subject_id, title, due_on, time_zone, citation, rule_version, status)
     select $1, gen_random_uuid(), 'risk-analysis.review', 'assessment', gen_random_uuid(), t.title, '2026-01-05', 'UTC', '-', '-', t.status
     from (values ('=2+5', 'open'), ('Another', 'cancelled')) as t (title, status)`,
    [test.a.id],
  );
  const admin = await test.signIn('org-admin');
  await admin
    .post('/api/v1/invitations')
    .send({ name: HOSTILE, email: 'invited@test.example', role: 'staff' })
    .expect(201);
  await draftScale(officer, { title: HOSTILE });
  const another = await draftScale(officer, { title: 'Another' });
  await scaleCall(officer, 'post', another, '/proposal').expect(200);
  await test.database.asSuperuser(
    `update person set name = '=2+5' where id = (select person_id from membership where id = $1)`,
    [member],
  );
});
afterAll(() => test.close());

describe.each([
  ['sites', '', 'site.exported', 'staff'],
  ['members', '', 'member.exported', 'auditor'],
  ['invitations', '', 'invitation.exported', 'org-admin'],
  ['risk-scales', '?status=draft', 'scale.list-exported', 'auditor'],
  ['obligations', '?status=open', 'obligation.exported', 'auditor'],
  ['assessments', '?status=draft', 'assessment.exported', 'auditor'],
] as const)('%s%s as a file', (list, query, action, allowed) => {
  it('comes in each format with its filter, harmless, and is told in the log', async () => {
    const agent = await test.signIn(allowed);
    const { text } = await agent.get(`/api/v1/${list}/export.csv${query}`).expect(200);
    expect(text).toContain(`'${HOSTILE}`);
    expect(text).not.toContain('Another');
    const json = (await agent.get(`/api/v1/${list}/export.json${query}`).expect(200)).body as object[];
    expect(JSON.stringify(json)).toContain(HOSTILE);
    const shown = (await agent.get(`/api/v1/${list}${query}`).expect(200)).body as { items: object[] };
    expect(json).toHaveLength(shown.items.length);
    await agent
      .get(`/api/v1/${list}/export.xlsx${query}`)
      .expect(200)
      .expect('content-type', /spreadsheet/);
    const events = await test.database.asSuperuser<{ action: string }>(
      'select action from audit.event where organization_id = $1 and action = $2',
      [test.a.id, action],
    );
    expect(events).toHaveLength(3);
  });
});

it.each([
  ['members', 'staff'],
  ['invitations', 'auditor'],
  ['risk-scales', 'vendor-manager'],
  ['obligations', 'staff'],
  ['assessments', 'vendor-manager'],
] as const)('%s do not leave with a %s', async (list, role) => {
  await (await test.signIn(role)).get(`/api/v1/${list}/export.csv`).expect(403);
});
