import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { startAssessment } from '../assessments.spec-kit.js';
import type { PairOutcome, ProposalPage, ProposedPair, ProposedPairPage } from '../proposal.schemas.js';

const LAPTOPS = 300;
/** Theft of a portable device that is not encrypted. */
const THEFT = 'P-001';

let test: TestApp;
let officer: Agent;
let first: { id: string };
let id: string;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  const laptop = {
    kind: 'device',
    portable: true,
    holdsEphi: true,
    encryptionAtRest: 'no',
    lifecycle: 'in-service',
  };
  first = await makeAsset(officer, { ...laptop, name: 'Ward laptop 0' });
  await makeAsset(officer, { ...laptop, name: 'Visitor tablet', holdsEphi: false });
  await makeFlow(officer, {
    name: 'Claims out',
    from: { assetId: first.id },
    transportSecurity: 'none',
    counterparty: 'vendor',
  });
  await test.database.asSuperuser(
    `insert into asset (organization_id, id, tag, name, kind, hosting, holds_ephi, encryption_at_rest, encryption_in_transit, backup, portable)
     select organization_id, gen_random_uuid(), 'WARD-' || n, 'Ward laptop ' || n, kind, hosting, holds_ephi, encryption_at_rest,
       encryption_in_transit, backup, portable
     from asset, generate_series(1, ${LAPTOPS - 1}) n where id = $1::uuid`,
    [first.id.slice(4)],
  );
  ({ id } = await startAssessment(officer));
});
afterAll(() => test.close());

const at = (path: string) => `/api/v1/assessments/${id}/proposals${path}`;
const get = async <T>(path: string) => (await officer.get(at(path)).expect(200)).body as T;
const theft = (query = '') => get<ProposedPair>(`/pairs/${THEFT}${query}`);
const decide = (what: 'dismissal' | 'restoration', body: object) =>
  officer.post(at(`/pairs/${THEFT}/${what}`)).send(body);

describe('proposals by pair', () => {
  it('count every proposal once: the pairs together are what the assets and flows have to decide', async () => {
    const pairs: ProposedPair[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: ProposedPairPage = await get(`/pairs?limit=5${cursor ? `&cursor=${cursor}` : ''}`);
      pairs.push(...page.items);
      expect(page.total).toBeGreaterThan(5);
      cursor = page.nextCursor;
    }
    expect(new Set(pairs.map(({ pairId }) => pairId)).size).toBe(pairs.length);
    const { counts } = await get<ProposalPage>('?limit=1');
    expect(pairs.reduce((sum, pair) => sum + pair.open, 0)).toBe(counts.undecided);
    expect(pairs.find(({ pairId }) => pairId === THEFT)).toMatchObject({
      open: LAPTOPS,
      accepted: 0,
      dismissed: 0,
      kinds: [{ kind: 'device', proposed: LAPTOPS, open: LAPTOPS }],
    });
  });

  it('and by asset or flow are narrowed by the same filters', async () => {
    const undecided = async (query: string) => {
      const byThing = await get<ProposalPage>(`?limit=1&${query}`);
      const byPair = await get<ProposedPairPage>(`/pairs?${query}`);
      expect(byPair.counts, query).toEqual(byThing.counts);
      return { things: byThing.total, pairs: byPair.total, undecided: byThing.counts.undecided };
    };
    expect(await undecided(`pairId=${THEFT}`)).toEqual({ things: LAPTOPS, pairs: 1, undecided: LAPTOPS });
    expect(await undecided(`pairId=${THEFT}&assetId=${first.id}`)).toMatchObject({ undecided: 1 });
    expect(await undecided(`pairId=${THEFT}&kind=media`)).toEqual({ things: 0, pairs: 0, undecided: 0 });
    expect(await undecided('threatId=T-device-theft&kind=device')).toMatchObject({ things: LAPTOPS });
    expect(await undecided(`pairId=${THEFT}&q=ward-17 ward`)).toMatchObject({ undecided: 1 });
    expect(await undecided('q=no%25such')).toMatchObject({ undecided: 0 });
    const flows = await undecided('kind=data-flow');
    expect(flows.things).toBe(1);
    const [all, yes, no] = [
      await undecided(''),
      await undecided('holdsEphi=true'),
      await undecided('holdsEphi=false'),
    ];
    // A flow neither holds ePHI nor does not.
    expect(yes.undecided + no.undecided + flows.undecided).toBe(all.undecided);
    expect(no.undecided).toBeGreaterThan(0);
  });
});

describe('a pair for all that a filter leaves', () => {
  it('is turned down with one reason, and each keeps its own record of it', async () => {
    await officer
      .post(at('/acceptance'))
      .send({ pairId: THEFT, subject: { assetId: first.id } })
      .expect(201);
    const open = LAPTOPS - 1;
    expect((await theft()).open).toBe(open);
    const reason = 'They are chained to the wards.';
    for (const body of [{ expected: open }, { expected: 0, reason }, { expected: open, reason: ' ' }])
      await decide('dismissal', body).expect(400);
    // Somebody decided meanwhile, or the filter is another: nothing happens.
    const changed = await decide('dismissal', { expected: open + 1, reason }).expect(409);
    expect(changed.body).toMatchObject({ code: 'proposal.count-changed' });
    expect((await theft()).dismissed).toBe(0);

    // Ward laptops 1, 10 to 19 and 100 to 199.
    const some = await decide('dismissal', { q: 'ward laptop 1', expected: 111, reason }).expect(200);
    expect(some.body).toEqual({ changed: 111, left: 0 } satisfies PairOutcome);
    expect(await theft()).toMatchObject({ open: open - 111, accepted: 1, dismissed: 111 });
    const rest = await decide('dismissal', { expected: open - 111, reason: 'Locked away.' }).expect(200);
    expect(rest.body).toMatchObject({ changed: open - 111 });
    expect(await theft()).toMatchObject({ open: 0, accepted: 1, dismissed: open });

    const listed = await get<ProposalPage>(`?state=dismissed&pairId=${THEFT}&q=ward-150`);
    expect(listed).toMatchObject({
      total: 1,
      items: [{ proposals: [{ decision: { reason, risk: null } }] }],
    });
    const accepted = await get<ProposalPage>(`?state=accepted`);
    expect(accepted.items.map((item) => item.id)).toEqual([first.id]);
    expect(accepted.items[0]!.proposals[0]).toMatchObject({ pairId: THEFT, decision: { reason: null } });
    expect(accepted.items[0]!.proposals[0]!.decision!.risk!.number).toBeGreaterThan(0);
  });

  it('is written into the audit once as one decision, and once for each', async () => {
    const rows = await test.database.asSuperuser<{ action: string; records: number }>(
      `select action, count(*)::int as records from audit.event where organization_id = $1::uuid and action like 'proposal.%'
       group by action order by action`,
      [test.a.id],
    );
    expect(rows).toEqual([
      { action: 'proposal.accepted', records: 1 },
      { action: 'proposal.dismissed', records: LAPTOPS - 1 },
      { action: 'proposal.dismissed-together', records: 2 },
    ]);
  });

  it('pages through what was turned down, each once, also when an asset was left out since', async () => {
    const [item] = (await get<ProposalPage>('?state=dismissed&q=ward-150')).items;
    const sold = item!.id;
    await officer.put(`/api/v1/assessments/${id}/exclusions/${sold}`).send({ reason: 'Sold' }).expect(200);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: ProposalPage = await get(`?state=dismissed&limit=100${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(LAPTOPS - 1);
    expect(seen).toHaveLength(LAPTOPS - 1);
    expect((await get<ProposalPage>('?state=accepted')).total).toBe(1);
    await officer.delete(`/api/v1/assessments/${id}/exclusions/${sold}`).expect(200);
  });

  it('is taken back as one decision, and what was taken over stays', async () => {
    await decide('restoration', { expected: 7 }).expect(409);
    const back = await decide('restoration', { expected: LAPTOPS - 1 }).expect(200);
    expect(back.body).toMatchObject({ changed: LAPTOPS - 1 });
    expect(await theft()).toMatchObject({ open: LAPTOPS - 1, accepted: 1, dismissed: 0 });
    await decide('restoration', { expected: 1 }).expect(409);
  });

  it('is not found when the pack has no such pair', async () => {
    await officer.get(at('/pairs/P-999')).expect(404);
    await officer.post(at('/pairs/P-999/dismissal')).send({ expected: 1, reason: 'No need' }).expect(404);
  });
});
