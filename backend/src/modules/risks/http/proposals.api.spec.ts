import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { startAssessment } from '../assessments.spec-kit.js';
import type { ProposalPage } from '../proposal.schemas.js';

let test: TestApp;
let officer: Agent;
let laptop: { id: string };
let flow: { id: string };
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  laptop = await makeAsset(officer, {
    name: 'Visit laptop',
    kind: 'device',
    hosting: 'portable',
    portable: true,
    holdsEphi: true,
    encryptionAtRest: 'no',
    lifecycle: 'in-service',
  });
  flow = await makeFlow(officer, {
    name: 'Claims out',
    from: { assetId: laptop.id },
    transportSecurity: 'none',
    counterparty: 'vendor',
  });
});
afterAll(() => test.close());

async function proposals(id: string, query = ''): Promise<ProposalPage> {
  return (await officer.get(`/api/v1/assessments/${id}/proposals${query}`).expect(200)).body as ProposalPage;
}

describe('what is proposed', () => {
  it('says why it was turned down in the analysis before, until it is decided here', async () => {
    const before = await startAssessment(officer);
    const pair = { pairId: 'P-001', subject: { assetId: laptop.id } };
    const reason = 'It never leaves the building.';
    await officer
      .post(`/api/v1/assessments/${before.id}/proposals/dismissal`)
      .send({ ...pair, reason })
      .expect(200);
    const { id } = await startAssessment(officer, { previousId: before.id });
    const theft = async (query = '') =>
      (await proposals(id, `?assetId=${laptop.id}${query}`)).items[0]!.proposals.find(
        ({ pairId }) => pairId === 'P-001',
      )!;
    expect((await theft()).earlier).toMatchObject({ reason, by: { name: expect.any(String) as string } });
    const [, other] = (await proposals(id, `?assetId=${laptop.id}`)).items[0]!.proposals;
    expect(other!.earlier).toBeNull();
    await officer
      .post(`/api/v1/assessments/${id}/proposals/dismissal`)
      .send({ ...pair, reason: 'Still so.' })
      .expect(200);
    expect(await theft('&state=dismissed')).toMatchObject({
      earlier: null,
      decision: { reason: 'Still so.' },
    });
  });

  it('fits the asset, with the reason, safeguards to think of and where to begin rating', async () => {
    const { id } = await startAssessment(officer);
    const page = await proposals(id, `?assetId=${laptop.id}`);
    expect(page.items).toHaveLength(1);
    const theft = page.items[0]!.proposals.find((proposal) => proposal.pairId === 'P-001')!;
    expect(theft).toMatchObject({
      threat: { id: 'T-device-theft' },
      vulnerability: { id: 'V-no-encryption-at-rest' },
      suggestedLikelihood: { id: 'high', label: 'High' },
      suggestedImpact: { id: 'high' },
    });
    expect(theft.rationale.length).toBeGreaterThan(20);
    expect(theft.safeguards.map((row) => row.id)).toContain('G-disk-encryption');
  });

  it("is said in the steps of the assessment's own scale", async () => {
    const { id } = await startAssessment(officer, { scaleId: 'sra-three-level' });
    const [item] = (await proposals(id, `?assetId=${laptop.id}`)).items;
    expect(item!.proposals.find((proposal) => proposal.pairId === 'P-001')).toMatchObject({
      suggestedLikelihood: { id: 'high' },
    });
  });

  it('covers assets and flows, page by page, each once', async () => {
    const { id } = await startAssessment(officer);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: ProposalPage = await proposals(id, `?limit=1${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([laptop.id, flow.id]);
    expect((await proposals(id, `?flowId=${flow.id}`)).items[0]).toMatchObject({
      type: 'data-flow',
      name: 'Claims out',
    });
  });

  it('is nothing for what was left out of scope', async () => {
    const { id } = await startAssessment(officer);
    await officer
      .put(`/api/v1/assessments/${id}/exclusions/${laptop.id}`)
      .send({ reason: 'Not in use' })
      .expect(200);
    expect(await proposals(id)).toMatchObject({ items: [], counts: { undecided: 0 } });
  });

  it('counts what its pages list, of things that are alike and of those that a decision tells apart', async () => {
    for (const name of ['Ward laptop', 'Weekend laptop'])
      await makeAsset(officer, { name, kind: 'device', portable: true, holdsEphi: true });
    const { id } = await startAssessment(officer);
    const [first] = (await proposals(id)).items;
    const [pair] = first!.proposals;
    await officer
      .post(`/api/v1/assessments/${id}/proposals/dismissal`)
      .send({ pairId: pair!.pairId, subject: { assetId: first!.id }, reason: 'It stands in a locked room.' })
      .expect(200);
    const listed: ProposalPage['items'] = [];
    let page = await proposals(id, '?limit=2');
    for (;;) {
      listed.push(...page.items);
      if (page.nextCursor === null) break;
      page = await proposals(id, `?limit=2&cursor=${page.nextCursor}`);
    }
    expect(new Set(listed.map((item) => item.id)).size).toBe(listed.length);
    expect(listed.length).toBeGreaterThanOrEqual(4);
    expect(page.total).toBe(listed.length);
    const open = listed.reduce((sum, item) => sum + item.proposals.length, 0);
    expect(page.counts).toEqual({ undecided: open, accepted: 0, dismissed: 1 });
  });
});

describe('taking a proposal over', () => {
  it('makes a risk that is not rated yet: the suggestion is a beginning, the person rates', async () => {
    const { id } = await startAssessment(officer);
    const before = await proposals(id);
    const made = await officer
      .post(`/api/v1/assessments/${id}/proposals/acceptance`)
      .send({ pairId: 'P-001', subject: { assetId: laptop.id } })
      .expect(201);
    expect(made.body).toMatchObject({
      title: 'Visit laptop: A thief takes equipment or media',
      inherent: null,
      residual: null,
      threat: { id: 'T-device-theft' },
      suggestion: { likelihood: 'high', impact: 'high' },
      subject: { type: 'asset', id: laptop.id },
    });
    const after = await proposals(id);
    expect(after.counts).toEqual({ undecided: before.counts.undecided - 1, accepted: 1, dismissed: 0 });
    expect(after.items[0]!.proposals.map((proposal) => proposal.pairId)).not.toContain('P-001');
  });

  it('happens once, also when two people press at the same moment', async () => {
    const { id } = await startAssessment(officer);
    const other = await test.signInAs(await test.addMember(test.a, 'compliance-officer', 'Priya Shah'));
    const ask = (agent: Agent) =>
      agent
        .post(`/api/v1/assessments/${id}/proposals/acceptance`)
        .send({ pairId: 'P-001', subject: { assetId: laptop.id } });
    const answers = await Promise.all([ask(officer), ask(other), ask(officer)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
    expect(answers.find((answer) => answer.status === 409)!.body).toMatchObject({
      code: 'proposal.already-decided',
    });
  });

  it('is refused for what is not proposed', async () => {
    const { id } = await startAssessment(officer);
    for (const body of [
      { pairId: 'P-001', subject: { flowId: flow.id } },
      { pairId: 'P-999', subject: { assetId: laptop.id } },
      { pairId: 'P-001', subject: { assetId: `ast_${'0'.repeat(32)}` } },
    ]) {
      const answer = await officer
        .post(`/api/v1/assessments/${id}/proposals/acceptance`)
        .send(body)
        .expect(409);
      expect(answer.body).toMatchObject({ code: 'proposal.not-proposed' });
    }
    await officer
      .post(`/api/v1/assessments/${id}/proposals/acceptance`)
      .send({ pairId: 'P-001', subject: {} })
      .expect(400);
  });

  it('in bulk says of each what became of it', async () => {
    const { id } = await startAssessment(officer);
    const [item] = (await proposals(id, `?assetId=${laptop.id}`)).items;
    const items = item!.proposals.map((proposal) => ({
      pairId: proposal.pairId,
      subject: { assetId: laptop.id },
    }));
    const first = await officer
      .post(`/api/v1/assessments/${id}/proposals/acceptance/bulk`)
      .send({ items: [...items, items[0], { pairId: 'P-999', subject: { assetId: laptop.id } }] })
      .expect(200);
    const outcomes = first.body as { items: { outcome: string; riskId: string | null }[]; changed: number };
    expect(outcomes.changed).toBe(items.length);
    expect(outcomes.items.map((row) => row.outcome)).toEqual([
      ...items.map(() => 'accepted'),
      'already-decided',
      'not-proposed',
    ]);
    expect(outcomes.items.filter((row) => row.riskId).length).toBe(items.length);
    expect((await officer.get(`/api/v1/risks?assessmentId=${id}`).expect(200)).body).toMatchObject({
      total: items.length,
    });
  });
});

describe('turning a proposal down', () => {
  it('needs a reason, is listed with it, and can be taken back', async () => {
    const { id } = await startAssessment(officer);
    const pair = { pairId: 'P-001', subject: { assetId: laptop.id } };
    await officer
      .post(`/api/v1/assessments/${id}/proposals/dismissal`)
      .send({ ...pair, reason: '' })
      .expect(400);
    await officer
      .post(`/api/v1/assessments/${id}/proposals/dismissal`)
      .send({ ...pair, reason: 'It never leaves the safe' })
      .expect(200);
    const listed = await proposals(id, '?state=dismissed');
    expect(listed).toMatchObject({
      items: [
        {
          id: laptop.id,
          proposals: [
            {
              pairId: 'P-001',
              threat: { title: 'A thief takes equipment or media' },
              decision: {
                risk: null,
                reason: 'It never leaves the safe',
                by: { name: expect.any(String) as string },
              },
            },
          ],
        },
      ],
      total: 1,
    });
    await officer.post(`/api/v1/assessments/${id}/proposals/acceptance`).send(pair).expect(409);
    await officer.post(`/api/v1/assessments/${id}/proposals/restoration`).send(pair).expect(204);
    await officer.post(`/api/v1/assessments/${id}/proposals/restoration`).send(pair).expect(404);
    await officer.post(`/api/v1/assessments/${id}/proposals/acceptance`).send(pair).expect(201);
  });
});

describe('an assessment that is signed', () => {
  it('takes no decision about proposals any more', async () => {
    const { id } = await startAssessment(officer);
    await test.database.asSuperuser(`update assessment set status = 'signed' where id = $1::uuid`, [
      id.slice(4),
    ]);
    const pair = { pairId: 'P-001', subject: { assetId: laptop.id } };
    for (const [path, body] of [
      ['acceptance', pair],
      ['acceptance/bulk', { items: [pair] }],
      ['dismissal', { ...pair, reason: 'No need' }],
      ['dismissal/bulk', { items: [pair], reason: 'No need' }],
      ['pairs/P-001/dismissal', { expected: 1, reason: 'No need' }],
      ['pairs/P-001/restoration', { expected: 1 }],
      ['restoration', pair],
    ] as const) {
      const answer = await officer.post(`/api/v1/assessments/${id}/proposals/${path}`).send(body).expect(409);
      expect(answer.body).toMatchObject({ code: 'assessment.signed' });
    }
  });
});

describe('a long inventory', () => {
  it('finds what is still open behind all that was decided', async () => {
    for (const number of [1, 2, 3, 4, 5, 6])
      await makeAsset(officer, { name: `Shelf ${number}`, kind: 'device', portable: true, holdsEphi: true });
    const { id } = await startAssessment(officer);
    const shelves = (await proposals(id, '?q=Shelf')).items;
    const items = shelves
      .slice(0, 5)
      .flatMap((shelf) => shelf.proposals.map(({ pairId }) => ({ pairId, subject: { assetId: shelf.id } })));
    await officer
      .post(`/api/v1/assessments/${id}/proposals/dismissal/bulk`)
      .send({ items, reason: 'They are bolted to the wall.' })
      .expect(200);
    const left = await proposals(id, '?q=Shelf&limit=1');
    expect(left).toMatchObject({ items: [{ id: shelves[5]!.id }], nextCursor: null, total: 1 });
  });
});
