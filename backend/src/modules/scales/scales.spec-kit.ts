import type { Agent } from 'supertest';
import type { ScaleView } from './scale.schemas.js';
export type { ScaleView } from './scale.schemas.js';

/** What a PATCH takes of a scale that was read. */
export type SentContent = {
  likelihood: { id: string; label: string; meaning: string; everyday: string }[];
  impact: { id: string; label: string; meaning: string; everyday: string }[];
  levels: { id: string; label: string; meaning: string; responseGuide: string }[];
  matrix: Record<string, Record<string, string>>;
};

/** The content of a scale as it was read, to be changed and sent back. */
export function contentOf({ content }: ScaleView): SentContent {
  const steps = (rows: ScaleView['content']['likelihood']) => rows.map(({ value: _value, ...step }) => step);
  return {
    likelihood: steps(content.likelihood),
    impact: steps(content.impact),
    levels: content.levels.map(({ rank: _rank, ...level }) => level),
    matrix: structuredClone(content.matrix),
  };
}

export async function draftScale(agent: Agent, more: Record<string, unknown> = {}): Promise<ScaleView> {
  const answer = await agent
    .post('/api/v1/risk-scales')
    .send({
      from: { packScale: 'nist-five-level' },
      title: `Scale ${Math.random()}`,
      reason: 'Our board thinks in dollars.',
      ...more,
    })
    .expect(201);
  return answer.body as ScaleView;
}

/** A request about a scale as it was seen, not sent yet. */
export function scaleCall(
  agent: Agent,
  method: 'patch' | 'post' | 'delete',
  { id, version }: Pick<ScaleView, 'id' | 'version'>,
  path = '',
) {
  return agent[method](`/api/v1/risk-scales/${id}${path}`).set('If-Match', `"v${version}"`);
}

/** Proposed by one and adopted by another. */
export async function adoptScale(proposer: Agent, adopter: Agent, draft: ScaleView): Promise<ScaleView> {
  const proposed = (await scaleCall(proposer, 'post', draft, '/proposal').expect(200)).body as ScaleView;
  return (await scaleCall(adopter, 'post', proposed, '/adoption').expect(200)).body as ScaleView;
}

/** The five levels without the highest likelihood, impact and level: four by four. */
export function fourByFour(draft: ScaleView): SentContent {
  const content = contentOf(draft);
  const kept = content.levels.slice(0, 4);
  const likelihood = content.likelihood.slice(0, 4);
  const impact = content.impact.slice(0, 4);
  return {
    likelihood,
    impact,
    levels: kept,
    matrix: Object.fromEntries(
      likelihood.map((row, at) => [
        row.id,
        Object.fromEntries(
          impact.map((column, place) => [column.id, kept[Math.floor((at + place + 1) / 2)]!.id]),
        ),
      ]),
    ),
  };
}
