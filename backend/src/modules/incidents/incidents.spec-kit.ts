import type { Agent } from 'supertest';
import { calendarDateIn } from '../../platform/kernel/calendar-date.js';
import type { BreachFacts } from './domain/clock/breach-facts.js';
import { EMPTY_DETERMINATION, type DeterminationContent } from './domain/determination/determination.js';
import type { IncidentFactsView } from './facts.schemas.js';
import type { EntryPage, IncidentReceipt, IncidentView } from './incident.schemas.js';

/** Of the organizations that specs begin with. */
export const todayThere = () => calendarDateIn('America/Denver', new Date());

export async function reportAs(agent: Agent, more: Record<string, unknown> = {}): Promise<IncidentReceipt> {
  const report = {
    kind: 'lost-device',
    title: 'Laptop gone from a car',
    whatHappened: 'The front desk laptop was taken from a car overnight.',
    noticedOn: todayThere(),
    ...more,
  };
  return (await agent.post('/api/v1/incidents').send(report).expect(201)).body as IncidentReceipt;
}

export interface Problem {
  code: string;
  fieldErrors: Record<string, string[]>;
}

/** Of an incident or a part of it, as it was seen. */
export function withVersion(agent: Agent, method: 'post' | 'patch' | 'put', path: string, version: number) {
  return agent[method](`/api/v1/incidents/${path}`).set('If-Match', `"v${version}"`);
}

export async function triageAs(agent: Agent, id: string, body: object) {
  return withVersion(agent, 'patch', id, (await boardOf(agent, id)).version).send(body);
}

export async function entries(agent: Agent, id: string): Promise<EntryPage['items']> {
  return ((await agent.get(`/api/v1/incidents/${id}/entries`).expect(200)).body as EntryPage).items;
}

export async function boardOf(agent: Agent, id: string): Promise<IncidentView> {
  return (await agent.get(`/api/v1/incidents/${id}`).expect(200)).body as IncidentView;
}

/** Moves it on through these states, each with a reason. */
export async function moveTo(
  agent: Agent,
  id: string,
  ...states: IncidentView['state'][]
): Promise<IncidentView> {
  let board = await boardOf(agent, id);
  for (const to of states)
    board = (
      await agent
        .post(`/api/v1/incidents/${id}/moves`)
        .set('If-Match', `"v${board.version}"`)
        .send({ to, reason: 'The plan says so.' })
        .expect(200)
    ).body as IncidentView;
  return board;
}

/** Writes the facts of the clock anew, as `change` makes them of those that stand there. */
export async function writeFacts(
  agent: Agent,
  id: string,
  change: (facts: BreachFacts) => BreachFacts,
): Promise<IncidentFactsView> {
  const seen = (await agent.get(`/api/v1/incidents/${id}/facts`).expect(200)).body as IncidentFactsView;
  const body = {
    seenRevision: seen.revision,
    facts: change(seen.facts),
    reason: 'The list was counted.',
  };
  return (await agent.put(`/api/v1/incidents/${id}/facts`).send(body).expect(200)).body as IncidentFactsView;
}

const WORDS = 'The envelope came back with its seal unbroken and was photographed.';
const answer = { reasoning: WORDS, evidence: 'Photograph of the envelope' };

/** All four factors, and a low probability for everybody. */
export const lowProbability: DeterminationContent = {
  ...EMPTY_DETERMINATION,
  about: 'Everybody on the list',
  coversEveryone: true,
  factors: { nature: answer, recipient: answer, acquired: answer, mitigated: answer },
  conclusion: 'low-probability',
  because: WORDS,
};
