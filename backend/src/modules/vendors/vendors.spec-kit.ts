import type { Agent } from 'supertest';

export interface MadeVendor {
  id: string;
  name: string;
  version: number;
}

/** A vendor under a signed agreement, unless told otherwise. */
export async function makeVendor(
  agent: Agent,
  more: Record<string, unknown> = {},
): Promise<MadeVendor & Record<string, unknown>> {
  const signed = { agreementStatus: 'signed', agreementSignedOn: '2024-01-02' };
  const none = 'agreementStatus' in more ? {} : signed;
  const answer = await agent
    .post('/api/v1/vendors')
    .send({ name: `Vendor ${Math.random()}`, ...none, ...more })
    .expect(201);
  return answer.body as MadeVendor & Record<string, unknown>;
}
