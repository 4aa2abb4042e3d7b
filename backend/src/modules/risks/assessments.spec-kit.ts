import type { Agent } from 'supertest';
import type { AnswerView, QuestionView, SectionView } from './answer.schemas.js';
import type { AssessmentView } from './assessment.schemas.js';

export async function startAssessment(
  agent: Agent,
  more: Record<string, unknown> = {},
): Promise<AssessmentView> {
  const answer = await agent
    .post('/api/v1/assessments')
    .send({ title: 'Risk analysis', scope: 'All of the clinic', ...more })
    .expect(201);
  return answer.body as AssessmentView;
}

export async function showAssessment(agent: Agent, id: string): Promise<AssessmentView> {
  return (await agent.get(`/api/v1/assessments/${id}`).expect(200)).body as AssessmentView;
}

export async function showSection(agent: Agent, id: string, sectionId: string): Promise<SectionView> {
  return (await agent.get(`/api/v1/assessments/${id}/sections/${sectionId}`).expect(200)).body as SectionView;
}

export async function questionOf(agent: Agent, id: string, questionId: string): Promise<QuestionView> {
  const section = await showSection(agent, id, questionId.replace(/-Q\d+$/, ''));
  return section.questions.find((question) => question.id === questionId)!;
}

/** A request, not sent yet: what it expects is the spec's to say. */
export function putAnswer(agent: Agent, id: string, questionId: string, body: object, version?: number) {
  const request = agent.put(`/api/v1/assessments/${id}/answers/${questionId}`);
  return (version === undefined ? request : request.set('If-Match', `"v${version}"`)).send(body);
}

/** Answers with the option that has this standing. */
export async function answerAs(
  agent: Agent,
  id: string,
  questionId: string,
  standing: string,
  notes = '',
): Promise<AnswerView> {
  const question = await questionOf(agent, id, questionId);
  const option = question.options.find((candidate) => candidate.standing === standing)!;
  const answer = await putAnswer(
    agent,
    id,
    questionId,
    { optionId: option.id, notes },
    question.answer?.version,
  ).expect(200);
  return answer.body as AnswerView;
}
