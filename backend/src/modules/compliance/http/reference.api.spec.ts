import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';

let test: TestApp;
let staff: Agent;
beforeAll(async () => {
  test = await startTestApp();
  staff = await test.signIn('staff');
});
afterAll(() => test.close());

describe('what everybody may look up', () => {
  it('is the installed packs with where they come from', async () => {
    const { body } = await staff.get('/api/v1/packs').expect(200);
    const { items } = body as { items: { id: string; provenance: object }[] };
    expect(items.map((item) => item.id).sort()).toEqual([
      'breach-rule@2026.1',
      'incident-checklists@2026.1',
      'risk-scales@2026.1',
      'security-activities@2026.1',
      'security-questions@2026.1',
      'security-questions@2026.2',
      'security-rule@2026.1',
      'terms@2026.1',
      'threats@2026.1',
    ]);
    expect(items.find(({ id }) => id === 'risk-scales@2026.1')).toMatchObject({
      official: false,
      provenance: { author: 'Part164', checkedOn: '2026-11-22' },
    });
  });

  it('is the packs as a file, with the words of the screen, told in the log', async () => {
    const { text } = await staff.get('/api/v1/packs/export.csv?purpose=audit').expect(200);
    expect(text).toContain('Compared with the regulation');
    const { body } = await staff.get('/api/v1/packs/export.json').expect(200);
    const shown = (await staff.get('/api/v1/packs').expect(200)).body as { items: { pack: string }[] };
    expect((body as { pack: string }[]).map(({ pack }) => pack)).toEqual(shown.items.map(({ pack }) => pack));
    expect((body as object[])[0]).toMatchObject({ author: 'Part164', official: false });
    const events = await test.database.asSuperuser(
      "select detail from audit.event where action = 'pack.exported' order by id",
    );
    expect(events[0]).toMatchObject({ detail: { rows: shown.items.length, purpose: 'audit' } });
  });

  it('is the words of the field', async () => {
    const { body } = await staff.get('/api/v1/terms').expect(200);
    expect((body as { items: object[] }).items.length).toBeGreaterThan(60);
    expect((body as { items: object[] }).items[0]).toMatchObject({
      term: 'Accept',
      citations: ['45 CFR 164.308(a)(1)(ii)(B)', '45 CFR 164.316(b)(1)'],
    });
  });

  it('is the requirements, one by one and all', async () => {
    expect(
      ((await staff.get('/api/v1/requirements').expect(200)).body as { items: object[] }).items,
    ).toHaveLength(72);
    const { body } = await staff.get('/api/v1/requirements/HSR-164-308-a-1-ii-A').expect(200);
    expect(body).toMatchObject({
      citation: '45 CFR 164.308(a)(1)(ii)(A)',
      designation: 'Required',
      officialTexts: [],
    });
    await staff.get('/api/v1/requirements/HSR-164-999').expect(404);
  });

  it('is how an analysis is done: nine steps, five tests, and every scale with a level for each meeting', async () => {
    const { body } = await staff.get('/api/v1/methodology').expect(200);
    const { steps, tests, scales, packs } = body as {
      steps: { step: number; citations: string[] }[];
      tests: { id: string }[];
      scales: {
        likelihood: { id: string }[];
        impact: { id: string }[];
        levels: { id: string }[];
        matrix: Record<string, Record<string, string>>;
      }[];
      packs: { pack: string }[];
    };
    expect(steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const { citations } of steps) expect(citations).toContain('45 CFR 164.308(a)(1)(ii)(A)');
    expect(tests).toHaveLength(5);
    expect(packs.map(({ pack }) => pack)).toEqual(['security-rule', 'risk-scales']);
    expect(scales.map(({ likelihood }) => likelihood.length)).toEqual([5, 3]);
    for (const { likelihood, impact, levels, matrix } of scales)
      for (const row of likelihood)
        for (const column of impact) expect(levels.map(({ id }) => id)).toContain(matrix[row.id]![column.id]);
  });

  it('is the questionnaires that an assessment may be run on, the default first', async () => {
    const { body } = await staff.get('/api/v1/questionnaires').expect(200);
    expect(body).toMatchObject({
      items: [
        { pack: 'security-questions', version: '2026.2', newest: true, sectionCount: 7, questionCount: 125 },
        { pack: 'security-questions', version: '2026.1', newest: false, sectionCount: 7, questionCount: 125 },
        { pack: 'security-activities', sectionCount: 22, questionCount: 104, official: false },
      ],
    });
    const whole = await staff.get('/api/v1/questionnaires/security-questions/2026.1').expect(200);
    expect((whole.body as { sections: object[] }).sections).toHaveLength(7);
    const gated = await staff.get('/api/v1/questionnaires/security-questions/2026.2').expect(200);
    const [first] = (gated.body as { sections: { questions: object[] }[] }).sections;
    expect(first!.questions[1]).toMatchObject({
      id: 'S1-Q2',
      askedWhen: { question: 'S1-Q1', options: ['a', 'b'] },
    });
    await staff.get('/api/v1/questionnaires/threats/2026.1').expect(404);
    await staff.get('/api/v1/questionnaires/security-questions/1999.1').expect(404);
  });

  it('is nothing to somebody who is not signed in', async () => {
    for (const path of [
      'packs',
      'terms',
      'requirements',
      'requirements/x',
      'questionnaires',
      'questionnaires/x/1',
    ]) {
      await test.anonymous().get(`/api/v1/${path}`).expect(401);
    }
  });
});

describe('bringing a pack in', () => {
  it.each([
    ['org-admin', 400],
    ['compliance-officer', 400],
    ['vendor-manager', 403],
    ['incident-commander', 403],
    ['staff', 403],
    ['auditor', 403],
  ] as const)('by %s answers %i to an empty request', async (role, status) => {
    const agent = await test.signIn(role);
    await agent.post('/api/v1/packs/import').expect(status);
  });
});
