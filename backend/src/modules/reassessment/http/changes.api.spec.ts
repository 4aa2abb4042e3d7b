import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../../platform/kernel/calendar-date.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow, sanitize } from '../../inventory/inventory.spec-kit.js';
import { startAssessment } from '../../risks/assessments.spec-kit.js';
import { approve, readyAssessment, seen, submit, uuid } from '../../risks/register.spec-kit.js';
import { makeVendor } from '../../vendors/vendors.spec-kit.js';
import type { ChangeReviewView, ChangeView, DecidedChanges } from '../reassessment.schemas.js';

interface Due {
  id: string;
  kind: string;
  dueOn: string;
  status: string;
  href: string;
  citation: string;
  owner: { id: string } | null;
}

const REASON = 'It stands where the old one stood, behind the same door.';
let test: TestApp;
let officer: Agent;
let admin: Agent;
let signedId: string;
let today: string;

const changes = async (query = ''): Promise<ChangeView[]> =>
  (
    (await officer.get(`/api/v1/environment-changes?limit=100${query}`).expect(200)).body as {
      items: ChangeView[];
    }
  ).items;
const changesOf = async (name: string): Promise<ChangeView[]> => changes(`&q=${encodeURIComponent(name)}`);
const review = async (): Promise<ChangeReviewView> =>
  (await officer.get('/api/v1/environment-changes/review').expect(200)).body as ChangeReviewView;
const due = async (status: string, kind = 'risk-analysis.change-review'): Promise<Due[]> =>
  (
    (await officer.get(`/api/v1/obligations?status=${status}&kind=${kind}`).expect(200)).body as {
      items: Due[];
    }
  ).items;
const decide = (of: readonly ChangeView[], body: object, agent = officer) =>
  agent
    .post('/api/v1/environment-changes/decisions')
    .send({ changes: of.map(({ id, version }) => ({ id, version })), ...body });
const report = (more: object = {}) =>
  officer.post('/api/v1/environment-changes').send({
    kind: 'major-release',
    subject: 'EHR version 9',
    description: 'The vendor replaced the whole portal.',
    happenedOn: today,
    ...more,
  });
async function decideAll(): Promise<void> {
  const open = await changes('&state=undecided');
  if (open.length > 0) await decide(open, { decision: 'not-needed', reason: REASON }).expect(201);
}
async function signNext(): Promise<string> {
  const ready = await readyAssessment(test, officer);
  return (await approve(admin, await submit(officer, ready.assessment))).id;
}

beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  admin = await test.signIn('org-admin');
  const [row] = await test.database.asSuperuser<{ today: string }>(
    `select to_char(now() at time zone time_zone, 'YYYY-MM-DD') as today from organization limit 1`,
  );
  today = row!.today;
}, 60_000);
afterAll(() => test.close());

describe('before the first analysis is signed', () => {
  it('nothing is noted, a reported change is kept, and no review is due', async () => {
    await makeAsset(officer, { name: 'Before everything' });
    await report({ subject: 'Moved in' }).expect(201);
    expect((await changes()).map(({ subject }) => subject.name)).toEqual(['Moved in']);
    expect(await review()).toMatchObject({ signed: null, undecided: 1, dueOn: null });
    expect(await due('open')).toEqual([]);
  });

  it('is covered by that analysis, but what comes after it was handed in is not', async () => {
    const ready = await readyAssessment(test, officer);
    const handedIn = await submit(officer, ready.assessment);
    await makeAsset(officer, { name: 'Came during review' });
    expect(await due('open')).toEqual([]);
    signedId = (await approve(admin, handedIn)).id;
    expect((await changesOf('Moved in'))[0]).toMatchObject({
      state: 'covered',
      decision: null,
      coveredBy: { id: signedId },
    });
    expect(await changesOf('Came during review')).toMatchObject([
      { state: 'undecided', kind: 'asset-added' },
    ]);
    expect(await review()).toMatchObject({ signed: { id: signedId }, undecided: 1 });
    expect(await due('open')).toHaveLength(1);
    await decideAll();
  });
});

describe('after the signature', () => {
  it('a new asset with ePHI opens one review, due in 30 days, for the compliance officer', async () => {
    const asset = await makeAsset(officer, { name: 'Imaging archive' });
    await makeAsset(officer, { name: 'Lamp', holdsEphi: false });
    const [change] = await changesOf('Imaging archive');
    expect(change).toMatchObject({
      kind: 'asset-added',
      origin: 'noticed',
      state: 'undecided',
      happenedOn: today,
      subject: { type: 'asset', href: `/inventory/assets/${asset.id}` },
      madeBy: { id: expect.stringMatching(/^mem_/) },
    });
    expect(await changesOf('Lamp')).toEqual([]);
    const dueOn = addDays(calendarDate(today), 30);
    expect(await review()).toMatchObject({ undecided: 1, dueOn });
    const [obligation, ...more] = await due('open');
    expect(more).toEqual([]);
    expect(obligation).toMatchObject({
      dueOn,
      href: '/assessments/reviews',
      citation: '45 CFR 164.308(a)(8), 164.308(a)(1)(ii)(A)',
      owner: { id: `mem_${test.a.members['compliance-officer'].memberId.replaceAll('-', '')}` },
    });
    const whole = (await officer.get(`/api/v1/obligations/${obligation!.id}`).expect(200)).body as {
      ruleVersion: string;
    };
    expect(whole.ruleVersion).toContain('the rule gives no number');
    await decideAll();
    expect(await due('open')).toEqual([]);
  });

  it('of an asset the place, the protection and the end are told, the owner is not', async () => {
    const asset = await makeAsset(officer, {
      name: 'Backup server',
      encryptionAtRest: 'yes',
      hosting: 'cloud',
    });
    await decideAll();
    const change = async (version: number, body: object) =>
      (await seen(officer, 'patch', `/assets/${asset.id}`, version).send(body).expect(200)).body as {
        version: number;
      };
    const ownerId = `mem_${test.a.members.staff.memberId.replaceAll('-', '')}`;
    const renamed = await change(asset.version, { ownerId, notes: 'Asks for a new cable' });
    expect(await changes('&state=undecided')).toEqual([]);
    const weaker = await change(renamed.version, { encryptionAtRest: 'no', location: 'Cellar' });
    expect((await changes(`&assetId=${asset.id}&state=undecided`))[0]).toMatchObject({
      kind: 'asset-changed',
      details: [
        { field: 'location', from: [], to: ['Cellar'] },
        { field: 'encryptionAtRest', from: ['yes'], to: ['no'] },
      ],
    });
    const { text } = await officer
      .get(`/api/v1/environment-changes/export.csv?assetId=${asset.id}&state=undecided`)
      .expect(200);
    expect(text).toContain(
      'Asset with ePHI changed,Backup server,Place: — → Cellar; Encryption at rest: Yes → No,',
    );
    await sanitize(officer, { ...asset, version: weaker.version }).expect(201);
    expect((await changes('&state=undecided&kind=asset-disposed'))[0]!.subject.name).toBe('Backup server');
    await decideAll();
  });

  it('a flow and a vendor are told with names, and who sees no ePHI is not', async () => {
    const [from, other] = [
      await makeAsset(officer, { name: 'EHR' }),
      await makeAsset(officer, { name: 'Lab' }),
    ];
    await decideAll();
    const flow = await makeFlow(officer, { name: 'Results', from: { assetId: from.id } });
    await makeVendor(officer, {
      name: 'Window cleaner',
      agreementStatus: 'not-required',
      agreementNotRequiredReason: 'Sees none',
    });
    const vendor = await makeVendor(officer, { name: 'Northwind' });
    await decideAll();
    await seen(officer, 'patch', `/data-flows/${flow.id}`, flow.version)
      .send({ from: { assetId: other.id } })
      .expect(200);
    await seen(officer, 'patch', `/vendors/${vendor.id}`, vendor.version)
      .send({ agreementStatus: 'expired' })
      .expect(200);
    expect((await changes('&state=undecided')).map(({ kind, details }) => ({ kind, details }))).toEqual(
      expect.arrayContaining([
        {
          kind: 'data-flow-changed',
          details: [{ field: 'from', from: [`EHR (${from.tag})`], to: [`Lab (${other.tag})`] }],
        },
        { kind: 'vendor-ended', details: [{ field: 'agreement', from: ['signed'], to: ['expired'] }] },
      ]),
    );
    expect(await changesOf('Window cleaner')).toEqual([]);
    await decideAll();
  });

  it('a flow that goes another way is told, also where both places bear one name', async () => {
    const [from, other] = [
      await makeAsset(officer, { name: 'Twin' }),
      await makeAsset(officer, { name: 'Twin' }),
    ];
    const vendor = await makeVendor(officer, { name: 'Twin' });
    const flow = await makeFlow(officer, {
      name: 'Between twins',
      from: { assetId: from.id },
      to: { vendorId: vendor.id },
      counterparty: 'vendor',
    });
    await decideAll();
    const moved = (
      await seen(officer, 'patch', `/data-flows/${flow.id}`, flow.version)
        .send({ from: { assetId: other.id } })
        .expect(200)
    ).body as { version: number };
    await seen(officer, 'patch', `/data-flows/${flow.id}`, moved.version)
      .send({ to: { party: 'Twin' }, counterparty: 'other' })
      .expect(200);
    const told = (await changes('&state=undecided')).flatMap(({ details }) => details);
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        { field: 'from', from: [`Twin (${from.tag})`], to: [`Twin (${other.tag})`] },
        { field: 'to', from: ['Twin (vendor)'], to: ['Twin (outside party)'] },
      ]),
    );
    await decideAll();
  });

  it('of a flow whose import was undone there is no page any more', async () => {
    const asset = await makeAsset(officer);
    const flow = await makeFlow(officer, { name: 'Soon gone', from: { assetId: asset.id } });
    expect((await changesOf('Soon gone'))[0]!.subject.href).not.toBeNull();
    await test.database.asSuperuser('delete from data_flow where id = $1', [uuid(flow.id)]);
    expect(await changesOf('Soon gone')).toMatchObject([{ subject: { type: 'data-flow', href: null } }]);
    await decideAll();
  });

  it('the oldest undecided one gives the date, and the date follows when that one is decided', async () => {
    const signedOn = (await review()).signed!.approvedOn;
    await report({ subject: 'Old merger', kind: 'merger', happenedOn: '2020-01-01' }).expect(201);
    expect((await due('open'))[0]!.dueOn).toBe(addDays(calendarDate(signedOn), 30));
    await decideAll();
    expect(await due('open')).toEqual([]);
  });

  it('refuses a report of a day to come, and one that says nothing, by field', async () => {
    const future = await report({ happenedOn: addDays(calendarDate(today), 1) }).expect(400);
    expect(future.body).toMatchObject({ fieldErrors: { happenedOn: ['This day has not come yet.'] } });
    const empty = await report({ kind: 'asset-added', subject: '', description: '' }).expect(400);
    expect(Object.keys((empty.body as { fieldErrors: object }).fieldErrors).sort()).toEqual([
      'description',
      'kind',
      'subject',
    ]);
  });
});

describe('a decision', () => {
  it('takes a reason, changes nothing without one, and stands once it is made', async () => {
    await report({ subject: 'Release 10' }).expect(201);
    const open = await changes('&state=undecided');
    const short = await decide(open, { decision: 'not-needed', reason: 'No.' }).expect(400);
    expect(short.body).toMatchObject({
      code: 'change.not-decidable',
      fieldErrors: { reason: [expect.any(String)] },
    });
    expect(await changes('&state=undecided')).toHaveLength(1);
    const decided = (await decide(open, { decision: 'not-needed', reason: REASON }).expect(201))
      .body as DecidedChanges;
    expect(decided.items[0]).toMatchObject({
      state: 'decided',
      decision: { outcome: 'not-needed', reason: REASON },
    });
    await decide(open, { decision: 'not-needed', reason: REASON }).expect(412);
    await decide(decided.items, { decision: 'not-needed', reason: REASON }).expect(412);
    await expect(
      test.database.asSuperuser(
        `update environment_change set decision_reason = null where decision is not null`,
      ),
    ).rejects.toThrow('a noted change stays as it is');
    const [met] = (await due('met')).slice(-1);
    expect(met).toMatchObject({ status: 'met', metOn: today });
  });

  it('decides several at once, or none of them', async () => {
    await report({ subject: 'One' }).expect(201);
    await report({ subject: 'Two' }).expect(201);
    const open = await changes('&state=undecided');
    const [first, second] = open;
    await decide([first!, { ...second!, version: 7 }], { decision: 'not-needed', reason: REASON }).expect(
      412,
    );
    expect(await changes('&state=undecided')).toHaveLength(2);
    await decide(open, { decision: 'not-needed', reason: REASON }).expect(201);
    expect(await due('open')).toEqual([]);
  });

  it('begins a reassessment: the next analysis is due sooner, and signing it covers the change', async () => {
    await report({ subject: 'Cloud move' }).expect(201);
    const asked = (
      await decide(await changes('&state=undecided'), { decision: 'reassess', reason: REASON }).expect(201)
    ).body as DecidedChanges;
    const soon = addDays(calendarDate(today), 60);
    expect(asked.reviewDueOn).toBe(soon);
    expect(await due('open', 'risk-analysis.review')).toMatchObject([{ dueOn: soon }]);
    const draft = await startAssessment(officer);
    await report({ subject: 'While it is written' }).expect(201);
    const open = await changes('&state=undecided');
    const refused = await decide(open, { decision: 'reassess', reason: REASON }).expect(400);
    expect(refused.body).toMatchObject({
      fieldErrors: { decision: [expect.stringContaining('being written')] },
    });
    await decide(open, { decision: 'taken-in', assessmentId: signedId }).expect(400);
    const taken = (await decide(open, { decision: 'taken-in', assessmentId: draft.id }).expect(201))
      .body as DecidedChanges;
    expect(taken.items[0]!.decision).toMatchObject({ outcome: 'taken-in', assessment: { id: draft.id } });
    await report({ subject: 'Nobody decided' }).expect(201);
    const next = await signNext();
    expect(await changes(`&coveredById=${next}`)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          subject: expect.objectContaining({ name: 'Cloud move' }),
          state: 'covered',
        }),
        expect.objectContaining({
          subject: expect.objectContaining({ name: 'Nobody decided' }),
          decision: null,
        }),
      ]),
    );
    expect(await due('open')).toEqual([]);
    expect(await review()).toMatchObject({ signed: { id: next }, undecided: 0 });
  });
});

it('is told in the log, and leaves as a file under its filters with formulas made harmless', async () => {
  await report({ subject: '=HYPERLINK("http://evil.example")' }).expect(201);
  const csv = (await officer.get('/api/v1/environment-changes/export.csv?state=undecided').expect(200)).text;
  expect(csv.trim().split('\r\n')).toHaveLength(2);
  expect(csv).toContain(`"'=HYPERLINK(`);
  expect(csv).toContain(',Reported by a person,');
  const { body } = await officer.get('/api/v1/environment-changes/export.json?state=undecided').expect(200);
  expect(body).toMatchObject([{ origin: 'reported' }]);
  const rows = await test.database.asSuperuser<{ action: string }>(
    `select distinct action from audit.event where action like 'change.%' order by action`,
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'change.covered',
    'change.decided',
    'change.exported',
    'change.noticed',
    'change.reported',
  ]);
  const [stored] = await test.database.asSuperuser<{ plain: boolean }>(
    `select bool_or(position('replaced the whole portal' in encode(description, 'escape')) > 0) as plain from environment_change`,
  );
  expect(stored!.plain).toBe(false);
});

describe('many of one kind', () => {
  it('are decided at once, as many as were seen and no more', async () => {
    await decideAll();
    for (const name of ['Bulk 1', 'Bulk 2', 'Bulk 3']) await makeAsset(officer, { name });
    await report({ subject: 'Bulk other' }).expect(201);
    expect((await review()).undecidedKinds).toEqual([
      { kind: 'asset-added', count: 3 },
      { kind: 'major-release', count: 1 },
    ]);
    const first = await changesOf('Bulk 1');
    const allOf = (count: number) => ({
      decision: 'not-needed',
      reason: REASON,
      kinds: [{ kind: 'asset-added', count }],
    });
    await decide(first, allOf(2)).expect(412);
    expect(await review()).toMatchObject({ undecided: 4 });
    const { body } = await decide(first, allOf(3)).expect(201);
    expect(body).toMatchObject({ decided: 3, items: [{ subject: { name: 'Bulk 1' } }] });
    expect((await review()).undecidedKinds).toEqual([{ kind: 'major-release', count: 1 }]);
    await decide([], { decision: 'not-needed', reason: REASON }).expect(400);
  });
});
