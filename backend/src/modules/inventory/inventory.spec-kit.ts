import type { Agent } from 'supertest';

/** A request for an asset, with what a spec does not care about filled in. */
export function anAsset(more: Record<string, unknown> = {}) {
  return { name: 'Patient portal', kind: 'application', hosting: 'cloud', holdsEphi: true, ...more };
}

export interface Made {
  id: string;
  tag: string;
  version: number;
}

export async function makeAsset(
  agent: Agent,
  more: Record<string, unknown> = {},
): Promise<Made & Record<string, unknown>> {
  const answer = await agent.post('/api/v1/assets').send(anAsset(more)).expect(201);
  return answer.body as Made & Record<string, unknown>;
}

export async function makeFlow(
  agent: Agent,
  more: Record<string, unknown> = {},
): Promise<Made & Record<string, unknown>> {
  const flow = { name: 'Claims out', to: { party: 'Cascade Billing' }, counterparty: 'other', ...more };
  const answer = await agent.post('/api/v1/data-flows').send(flow).expect(201);
  return answer.body as Made & Record<string, unknown>;
}

/** Records how the ePHI of an asset was removed. */
export function sanitize(
  agent: Agent,
  asset: { id: string; version: number },
  more: Record<string, unknown> = {},
) {
  return agent
    .post(`/api/v1/assets/${asset.id}/sanitizations`)
    .set('If-Match', `"v${asset.version}"`)
    .send({
      purpose: 'disposal',
      method: 'destroy',
      doneOn: '2026-01-05',
      doneBy: 'ShredRight',
      ...more,
    });
}

export function upload(agent: Agent, text: string | Buffer, fileName = 'assets.csv') {
  return uploadTo(agent, 'asset-imports', text, fileName);
}

export function uploadFlows(agent: Agent, text: string | Buffer, fileName = 'flows.csv') {
  return uploadTo(agent, 'data-flow-imports', text, fileName);
}

function uploadTo(agent: Agent, lists: string, text: string | Buffer, fileName: string) {
  return agent
    .post(`/api/v1/${lists}`)
    .attach('file', Buffer.isBuffer(text) ? text : Buffer.from(text, 'utf8'), fileName);
}
