import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { answerAs, showAssessment, startAssessment } from '../assessments.spec-kit.js';
import { answerEverything, approve, readyAssessment, seen, submit } from '../register.spec-kit.js';
import type { SignOffView } from '../sign-off.schemas.js';
import type { SpecificationList, SpecificationView } from '../specification.schemas.js';

const ENCRYPTION = 'HSR-164-312-a-2-iv';

let test: TestApp;
let officer: Agent;
let other: Agent;
let admin: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  admin = await test.signIn('org-admin');
  other = await test.signInAs(await test.addMember(test.a, 'compliance-officer', 'Priya Shah'));
});
afterAll(() => test.close());

const listOf = async (agent: Agent, id: string) =>
  (await agent.get(`/api/v1/assessments/${id}/specifications`).expect(200)).body as SpecificationList;
const rowOf = async (agent: Agent, id: string, requirementId = ENCRYPTION): Promise<SpecificationView> =>
  (await listOf(agent, id)).items.find((row) => row.requirementId === requirementId)!;
function decide(agent: Agent, id: string, body: object, version?: number) {
  const request = agent.put(`/api/v1/assessments/${id}/specifications/${ENCRYPTION}`);
  return (version === undefined ? request : request.set('If-Match', `"v${version}"`)).send(body);
}

describe('the addressable specifications of an analysis', () => {
  it('are the 22 of the regulation, each with the questions that are about it', async () => {
    const { id } = await startAssessment(officer);
    const { items, mayDecide } = await listOf(officer, id);
    expect(items).toHaveLength(22);
    expect(mayDecide).toBe(true);
    expect(items.every(({ decision }) => decision === null)).toBe(true);
    const encryption = items.find(({ requirementId }) => requirementId === ENCRYPTION)!;
    expect(encryption).toMatchObject({
      citation: '45 CFR 164.312(a)(2)(iv)',
      standard: { citation: '45 CFR 164.312(a)(1)', title: 'Access control' },
      proposed: false,
    });
    expect(encryption.answers.length).toBeGreaterThan(0);
    expect((await showAssessment(officer, id)).counts).toMatchObject({
      specifications: 22,
      specificationsUndecided: 22,
    });
  });

  it('may be seen by who reads analyses, and decided by who writes them', async () => {
    const { id } = await startAssessment(officer);
    expect((await listOf(admin, id)).mayDecide).toBe(false);
    await decide(admin, id, { decision: 'implemented' }).expect(403);
  });
});

describe('a decision', () => {
  it('is kept with its words, person and day, and can be changed', async () => {
    const { id } = await startAssessment(officer);
    await decide(officer, id, {
      decision: 'alternative',
      measure: 'The ward has no stored ePHI',
      reasoning: 'The maker of the device forbids it',
    }).expect(200);
    expect((await rowOf(officer, id)).decision).toMatchObject({
      decision: 'alternative',
      measure: 'The ward has no stored ePHI',
      reasoning: 'The maker of the device forbids it',
      decidedBy: { name: 'compliance-officer of Alder Family Clinic' },
      version: 1,
    });
    await decide(other, id, { decision: 'implemented' }, 1).expect(200);
    expect((await rowOf(officer, id)).decision).toMatchObject({
      decision: 'implemented',
      measure: '',
      decidedBy: { name: 'Priya Shah' },
      version: 2,
    });
  });

  it('names what is missing by field, and changes nothing', async () => {
    const { id } = await startAssessment(officer);
    const refused = await decide(officer, id, { decision: 'alternative' }).expect(400);
    expect(Object.keys((refused.body as { fieldErrors: object }).fieldErrors)).toEqual([
      'reasoning',
      'measure',
    ]);
    expect((await rowOf(officer, id)).decision).toBeNull();
  });

  it('never writes over what somebody else decided meanwhile', async () => {
    const { id } = await startAssessment(officer);
    await decide(other, id, { decision: 'implemented' }).expect(200);
    const refused = await decide(officer, id, { decision: 'not-reasonable', reasoning: 'No media' }).expect(
      412,
    );
    expect((refused.body as { detail: string }).detail).toContain('Priya Shah decided this');
    expect((await rowOf(officer, id)).decision!.decision).toBe('implemented');
  });

  it('is for what is addressable only: what is required is not for deciding', async () => {
    const { id } = await startAssessment(officer);
    await officer
      .put(`/api/v1/assessments/${id}/specifications/HSR-164-308-a-1-ii-A`)
      .send({ decision: 'implemented' })
      .expect(404);
  });
});

describe('what the answers say', () => {
  it('is taken over where each of them says that it is in place, and nothing else is', async () => {
    const started = await startAssessment(officer);
    const path = `/api/v1/assessments/${started.id}/specifications/as-answered`;
    await officer.post(path).expect(409);
    await answerEverything(test, started);
    expect((await rowOf(officer, started.id)).proposed).toBe(true);
    await decide(officer, started.id, { decision: 'not-reasonable', reasoning: 'Decided by hand' }).expect(
      200,
    );
    const { items } = (await officer.post(path).expect(200)).body as SpecificationList;
    const byHand = items.find(({ requirementId }) => requirementId === ENCRYPTION)!;
    expect(byHand.decision).toMatchObject({ decision: 'not-reasonable', version: 1 });
    for (const { decision, answers } of items) {
      if (answers.length > 0) expect(decision).not.toBeNull();
    }
  });

  it('stands against a decision where something is missing', async () => {
    const { id } = await startAssessment(officer);
    await decide(officer, id, { decision: 'implemented' }).expect(200);
    const { answers } = await rowOf(officer, id);
    await answerAs(officer, id, answers[0]!.questionId, 'gap');
    expect((await rowOf(officer, id)).contradicted).toBe(true);
    const { warnings } = (await officer.get(`/api/v1/assessments/${id}/sign-off`).expect(200))
      .body as SignOffView;
    expect(warnings.join(' ')).toContain('164.312(a)(2)(iv)');
  });
});

describe('the signature', () => {
  it('needs every decision, and keeps them in what is signed', async () => {
    const { id, version } = await startAssessment(officer);
    const refused = await seen(officer, 'post', `/assessments/${id}/submission`, version).send().expect(400);
    expect((refused.body as { fieldErrors: Record<string, string[]> }).fieldErrors['specifications']).toEqual(
      [expect.stringContaining('22 addressable specifications')],
    );
    const { assessment } = await readyAssessment(test, officer);
    const signed = await approve(admin, await submit(officer, assessment));
    await decide(officer, signed.id, { decision: 'implemented' }, 1).expect(409);
    const report = (await officer.get(`/api/v1/assessments/${signed.id}/report`).expect(200)).body as {
      specifications: { citation: string; decision: unknown }[];
    };
    expect(report.specifications).toHaveLength(22);
    expect(report.specifications.every(({ decision }) => decision !== null)).toBe(true);
  });

  it('holds in the database too', async () => {
    const { assessment } = await readyAssessment(test, officer);
    await approve(admin, await submit(officer, assessment));
    await expect(
      test.database.asSuperuser(
        `update addressable_decision set reasoning = 'later' where assessment_id = $1`,
        [assessment.id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')],
      ),
    ).rejects.toThrow('a signed analysis stays as it is');
  });
});
