import type { Agent } from 'supertest';
import type { TestApp, TestOrganization } from '../../testing/test-app.js';
import { Packs } from '../compliance/index.js';
import { makeAsset } from '../inventory/inventory.spec-kit.js';
import type { ActionView } from './action.schemas.js';
import type { AssessmentView } from './assessment.schemas.js';
import { showAssessment, startAssessment } from './assessments.spec-kit.js';
import type { RiskView } from './risk.schemas.js';
import type { SignOffView } from './sign-off.schemas.js';
import type { SpecificationList } from './specification.schemas.js';

export const RATED = {
  inherentLikelihood: 'high',
  inherentImpact: 'high',
  residualLikelihood: 'low',
  residualImpact: 'high',
  safeguards: 'The disks are encrypted',
};

export async function makeRisk(
  agent: Agent,
  assessmentId: string,
  more: Record<string, unknown> = {},
): Promise<RiskView> {
  const answer = await agent
    .post('/api/v1/risks')
    .send({ assessmentId, title: 'A laptop is lost', ...more })
    .expect(201);
  return answer.body as RiskView;
}

export async function makeAction(agent: Agent, more: Record<string, unknown>): Promise<ActionView> {
  const answer = await agent
    .post('/api/v1/actions')
    .send({ title: 'Encrypt the laptops', ...more })
    .expect(201);
  return answer.body as ActionView;
}

/** A request about one version, not sent yet. */
export function seen(agent: Agent, method: 'patch' | 'post' | 'delete', path: string, version: number) {
  return agent[method](`/api/v1${path}`).set('If-Match', `"v${version}"`);
}

/** A completion says why there is no evidence, unless the spec says something else. */
export async function move(
  agent: Agent,
  action: ActionView,
  transition: string,
  body: object = {},
): Promise<ActionView> {
  const told = transition === 'completion' ? { ...WITHOUT_EVIDENCE, ...body } : body;
  return (
    await seen(agent, 'post', `/actions/${action.id}/${transition}`, action.version).send(told).expect(200)
  ).body as ActionView;
}

export const WITHOUT_EVIDENCE = { noEvidenceReason: 'Seen on the spot' };

export function memberId(organization: TestOrganization, role: keyof TestOrganization['members']): string {
  return `mem_${organization.members[role].memberId.replaceAll('-', '')}`;
}

export function uuid(typed: string): string {
  return typed.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Answers every question at once, in the database: what they are is not what these specs are about. */
export async function answerEverything(
  test: TestApp,
  assessment: AssessmentView,
  organization = test.a,
): Promise<void> {
  const { pack, version } = assessment.questionnaire;
  const questionnaire = await test.app.get(Packs).questionnaire(pack, version);
  const answers = questionnaire.sections.flatMap(({ questions }) =>
    questions.map((question) => ({
      id: question.id,
      option: question.options.find(({ standing }) => standing === 'in-place') ?? question.options[0]!,
    })),
  );
  await test.database.asSuperuser(
    `insert into answer (organization_id, id, assessment_id, question_id, option_id, standing, answered_by)
     select $1, gen_random_uuid(), $2, q.question, q.option, q.standing, $3
     from unnest($4::text[], $5::text[], $6::text[]) as q (question, option, standing)`,
    [
      organization.id,
      uuid(assessment.id),
      organization.members['compliance-officer'].memberId,
      answers.map(({ id }) => id),
      answers.map(({ option }) => option.id),
      answers.map(({ option }) => option.standing),
    ],
  );
}

/** Decides what is addressable: as the answers say, and the rest as put in place. */
export async function decideSpecifications(agent: Agent, assessmentId: string): Promise<void> {
  const path = `/api/v1/assessments/${assessmentId}/specifications`;
  let { items } = (await agent.get(path).expect(200)).body as SpecificationList;
  if (items.some(({ proposed }) => proposed))
    ({ items } = (await agent.post(`${path}/as-answered`).expect(200)).body as SpecificationList);
  for (const { requirementId } of items.filter(({ decision }) => decision === null))
    await agent.put(`${path}/${requirementId}`).send({ decision: 'implemented' }).expect(200);
}

export async function meetChecklist(agent: Agent, assessmentId: string): Promise<SignOffView> {
  let signOff = (await agent.get(`/api/v1/assessments/${assessmentId}/sign-off`).expect(200))
    .body as SignOffView;
  for (const { id } of signOff.checklist) {
    const answer = await seen(
      agent,
      'post',
      `/assessments/${assessmentId}/checklist/${id}`,
      signOff.version,
    ).send({ met: true, note: `Seen: ${id}` });
    signOff = answer.body as SignOffView;
  }
  return signOff;
}

export interface ReadyAssessment {
  assessment: AssessmentView;
  risk: RiskView;
  action: ActionView;
}

/** An analysis from which nothing is missing, prepared by the compliance officer. */
export async function readyAssessment(
  test: TestApp,
  officer: Agent,
  more: Record<string, unknown> = {},
): Promise<ReadyAssessment> {
  const asset = await makeAsset(officer);
  const started = await startAssessment(officer, more);
  await answerEverything(test, started);
  const ownerId = memberId(test.a, 'staff');
  const risk = await makeRisk(officer, started.id, {
    assetId: asset.id,
    ...RATED,
    treatment: 'mitigate',
    ownerId,
  });
  const action = await makeAction(officer, {
    riskId: risk.id,
    ownerId,
    dueOn: '2027-03-01',
    budgetCents: 120_000,
  });
  await decideSpecifications(officer, started.id);
  await meetChecklist(officer, started.id);
  return { assessment: await showAssessment(officer, started.id), risk, action };
}

export async function submit(agent: Agent, assessment: AssessmentView): Promise<AssessmentView> {
  return (
    await seen(agent, 'post', `/assessments/${assessment.id}/submission`, assessment.version)
      .send()
      .expect(200)
  ).body as AssessmentView;
}

export async function approve(agent: Agent, assessment: AssessmentView): Promise<AssessmentView> {
  const path = `/assessments/${assessment.id}`;
  const page = (await agent.get(`/api/v1${path}/sign-off`).expect(200)).body as { inventorySeen: string };
  const body = { statement: 'Read and approved.', inventorySeen: page.inventorySeen };
  const request = seen(agent, 'post', `${path}/approval`, assessment.version);
  return (await request.send(body).expect(200)).body as AssessmentView;
}
