import type { Agent } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, calendarDate, calendarDateIn } from '../../../platform/kernel/calendar-date.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { startAssessment } from '../../risks/assessments.spec-kit.js';
import { makeRisk, memberId, RATED, seen, uuid } from '../../risks/register.spec-kit.js';
import { makeVendor } from '../../vendors/vendors.spec-kit.js';
import { enteredEarlier, listed, NEEDS_CHANGE, review, shown, STILL_RIGHT } from '../reviews.spec-kit.js';
import { reviewDueOn } from '../domain/review-term.js';

let test: TestApp;
let officer: Agent;
const today = calendarDateIn('America/Denver', new Date());
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

describe('a record that nobody reviewed', () => {
  it('is named whatever it is, due a year after it was entered where the organization is', async () => {
    const asset = await makeAsset(officer, { name: 'Old server' });
    const flow = await makeFlow(officer, { name: 'Old flow', from: { assetId: asset.id } });
    const vendor = await makeVendor(officer, { name: 'Old vendor' });
    const risk = await makeRisk(officer, (await startAssessment(officer)).id, { title: 'Old risk' });
    await enteredEarlier(test, 'asset', 400);
    await enteredEarlier(test, 'data_flow', 350);
    const items = await listed(officer, '?q=old&sort=name');
    expect(items.map(({ id, type, dueState }) => [id, type, dueState])).toEqual([
      [flow.id, 'data-flow', 'due-soon'],
      [risk.id, 'risk', 'not-due'],
      [asset.id, 'asset', 'overdue'],
      [vendor.id, 'vendor', 'not-due'],
    ]);
    for (const { enteredOn, dueOn, lastReview } of items)
      expect([dueOn, lastReview]).toEqual([reviewDueOn(calendarDate(enteredOn), null), null]);
    expect(items[1]).toMatchObject({ code: `R-${risk.number}`, href: `/risks/${risk.id}`, mayReview: true });
  });
});

describe('a review', () => {
  let asset: Awaited<ReturnType<typeof makeAsset>>;
  beforeEach(async () => {
    asset = await makeAsset(officer, { name: 'Badge printer' });
    await enteredEarlier(test, 'asset', 400, [asset.id]);
  });

  it('says who looked when and why, and the next is due a year later', async () => {
    expect(await review(officer, [asset])).toMatchObject({
      reviewed: 1,
      items: [{ id: asset.id, name: 'Badge printer', result: 'reviewed' }],
    });
    const record = await shown(officer, asset.id);
    expect(record).toMatchObject({
      dueState: 'not-due',
      dueOn: reviewDueOn(today, { on: today, outcome: 'still-right' }),
      changedSince: false,
      lastReview: { on: today, outcome: 'still-right', source: 'review' },
      reviews: [{ reason: STILL_RIGHT.reason, on: today, source: 'review' }],
      citation: '45 CFR 164.308(a)(8), 164.316(b)(2)(iii)',
    });
    expect(record.reviews[0]!.stateHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps its reason sealed, is never changed, and is told in the log', async () => {
    await review(officer, [asset]);
    const [row] = await test.database.asSuperuser<{ reason: Buffer; state: { name: string } }>(
      `select reason, state from record_review where replace(record_id::text, '-', '') = $1`,
      [asset.id.slice(4)],
    );
    expect(row!.reason.toString('utf8')).not.toContain('shelf');
    expect(row!.state.name).toBe('Badge printer');
    const [event] = await test.database.asSuperuser<{ action: string; target_type: string }>(
      `select action, target_type from audit.event where action = 'record.reviewed'
         and replace(target_id::text, '-', '') = $1`,
      [asset.id.slice(4)],
    );
    expect(event).toMatchObject({ target_type: 'asset' });
    const [may] = await test.database.asSuperuser(
      `select has_table_privilege('part164_app', 'record_review', 'update') as change,
         has_table_privilege('part164_app', 'record_review', 'delete') as remove,
         has_table_privilege('part164_worker', 'record_review', 'insert') as add`,
    );
    expect(may).toEqual({ change: false, remove: false, add: false });
  });

  it('says when the record reads otherwise since, and when it only went back and forth it does not', async () => {
    await review(officer, [asset]);
    const patch = (name: string, version: number) =>
      seen(officer, 'patch', `/assets/${asset.id}`, version).send({ name }).expect(200);
    await patch('Badge printer 2', asset.version);
    expect(await shown(officer, asset.id)).toMatchObject({ changedSince: true });
    expect(await listed(officer, `?state=changed&q=badge`)).toMatchObject([{ id: asset.id }]);
    await patch('Badge printer', asset.version + 1);
    expect(await shown(officer, asset.id)).toMatchObject({ changedSince: false });
    expect(await listed(officer, `?state=changed&q=badge`)).toEqual([]);
  });

  it('that found a change needed is due again after 30 days, and is over once it was changed and looked at', async () => {
    await review(officer, [asset], NEEDS_CHANGE);
    expect(await shown(officer, asset.id)).toMatchObject({ dueOn: addDays(today, 30), dueState: 'due-soon' });
    const again = { records: [{ id: asset.id, version: asset.version }], ...STILL_RIGHT };
    const refusal = await officer.post('/api/v1/record-reviews').send(again).expect(409);
    expect(refusal.body).toMatchObject({ code: 'review.not-changed-yet' });
    await seen(officer, 'patch', `/assets/${asset.id}`, asset.version)
      .send({ location: 'Room 4' })
      .expect(200);
    expect(await listed(officer, '?state=needs-change&q=badge')).toMatchObject([{ changedSince: true }]);
    await review(officer, [{ id: asset.id, version: asset.version + 1 }]);
    const record = await shown(officer, asset.id);
    expect(record).toMatchObject({ dueState: 'not-due', changedSince: false });
    expect(record.reviews.map(({ outcome }) => outcome)).toEqual(['still-right', 'needs-change']);
  });

  it('names what changed meanwhile and leaves it, and reviews the others', async () => {
    const other = await makeAsset(officer, { name: 'Label printer' });
    const { items, reviewed } = await review(officer, [{ ...asset, version: 7 }, other]);
    expect(reviewed).toBe(1);
    expect(items.map(({ result }) => result)).toEqual(['changed-meanwhile', 'reviewed']);
    expect(await shown(officer, asset.id)).toMatchObject({ lastReview: null });
    const stale = { records: [{ id: asset.id, version: 7 }], ...STILL_RIGHT };
    await officer.post('/api/v1/record-reviews').send(stale).expect(412);
  });

  it('is not asked for where it has ended', async () => {
    await seen(officer, 'patch', `/assets/${asset.id}`, asset.version)
      .send({ lifecycle: 'retired' })
      .expect(200);
    expect(await shown(officer, asset.id)).toMatchObject({ hasEnded: false, mayReview: true });
    await test.database.asSuperuser(`update asset set lifecycle = 'disposed' where id = $1`, [
      uuid(asset.id),
    ]);
    expect((await listed(officer, '?q=badge')).map(({ id }) => id)).not.toContain(asset.id);
    expect(await shown(officer, asset.id)).toMatchObject({ hasEnded: true, mayReview: false });
    const ended = { records: [{ id: asset.id, version: asset.version + 1 }], ...STILL_RIGHT };
    expect((await officer.post('/api/v1/record-reviews').send(ended).expect(409)).body).toMatchObject({
      code: 'review.ended',
    });
  });

  it.each([
    [{ reason: 'ok' }, 'reason'],
    [{ outcome: 'fine' }, 'outcome'],
    [{ records: [] }, 'records'],
    [{ records: [{ id: `asm_${'0'.repeat(32)}`, version: 1 }] }, 'records.0.id'],
  ])('is refused with %j', async (wrong, field) => {
    const body = { records: [{ id: asset.id, version: asset.version }], ...STILL_RIGHT, ...wrong };
    const answer = await officer.post('/api/v1/record-reviews').send(body).expect(400);
    expect(Object.keys((answer.body as { fieldErrors: object }).fieldErrors)).toEqual([field]);
  });
});

describe('whoever may change a record may review it', () => {
  it('a vendor manager reviews vendors, and of a mixed choice no more', async () => {
    const manager = await test.signIn('vendor-manager');
    const vendor = await makeVendor(officer, { name: 'Cleaner' });
    const asset = await makeAsset(officer, { name: 'Scanner' });
    const { items } = await review(manager, [asset, vendor]);
    expect(items).toEqual([
      { id: asset.id, name: '', result: 'not-allowed' },
      { id: vendor.id, name: 'Cleaner', result: 'reviewed' },
    ]);
    const only = { records: [{ id: asset.id, version: 1 }], ...STILL_RIGHT };
    await manager.post('/api/v1/record-reviews').send(only).expect(403);
  });
});

describe('a risk', () => {
  it('was looked at when it was rated with a reason, but not when it was rated without one', async () => {
    const draft = await startAssessment(officer);
    const told = await makeRisk(officer, draft.id, {
      title: 'Rated, told',
      ...RATED,
      ratingReason: 'New locks',
    });
    const mute = await makeRisk(officer, draft.id, { title: 'Rated, mute', ...RATED });
    await enteredEarlier(test, 'risk', 400, [told.id, mute.id]);
    expect(await shown(officer, told.id)).toMatchObject({
      dueState: 'not-due',
      lastReview: { source: 'rating', on: today },
    });
    expect(await shown(officer, mute.id)).toMatchObject({ dueState: 'overdue', lastReview: null });
  });

  it('that was found to need another rating is done with once it is rated anew with a reason', async () => {
    const risk = await makeRisk(officer, (await startAssessment(officer)).id, { title: 'To be rated anew' });
    await review(officer, [risk], NEEDS_CHANGE);
    await seen(officer, 'patch', `/risks/${risk.id}`, risk.version)
      .send({ ...RATED, ratingReason: 'Two thefts in the street' })
      .expect(200);
    expect(await shown(officer, risk.id)).toMatchObject({
      dueState: 'not-due',
      lastReview: { source: 'rating' },
    });
  });

  it('changes with the things that it concerns besides', async () => {
    const [first, second] = [await makeAsset(officer), await makeAsset(officer)];
    const risk = await makeRisk(officer, (await startAssessment(officer)).id, { assetId: first.id });
    await review(officer, [risk]);
    await seen(officer, 'post', `/risks/${risk.id}/subjects`, risk.version)
      .send({ add: [{ assetId: second.id }], remove: [] })
      .expect(200);
    expect(await shown(officer, risk.id)).toMatchObject({ changedSince: true });
  });
});

describe('the list', () => {
  it('asks by type, by whose they are and by state', async () => {
    const admin = memberId(test.a, 'org-admin');
    const mine = await makeAsset(officer, {
      name: 'Filter mine',
      ownerId: memberId(test.a, 'compliance-officer'),
    });
    const theirs = await makeAsset(officer, { name: 'Filter theirs', ownerId: admin });
    // A nurse may own a laptop, and reviews nothing here.
    const staffs = await makeAsset(officer, { name: 'Filter staffs', ownerId: memberId(test.a, 'staff') });
    const nobodys = await makeVendor(officer, { name: 'Filter nobodys' });
    const found = async (query: string) =>
      (await listed(officer, `?q=filter&sort=name&${query}`)).map(({ id }) => id);
    expect(await found('ownerId=mine')).toEqual([mine.id]);
    expect(await found(`ownerId=${admin}`)).toEqual([theirs.id]);
    expect(await found('ownerId=none')).toEqual([nobodys.id, staffs.id]);
    expect(await found(`ownerId=${memberId(test.a, 'staff')}`)).toEqual([]);
    expect(await found('type=vendor')).toEqual([nobodys.id]);
    await enteredEarlier(test, 'asset', 340, [mine.id]);
    await enteredEarlier(test, 'asset', 370, [theirs.id]);
    expect(await found('state=due')).toEqual([mine.id, theirs.id]);
    expect(await found('state=overdue')).toEqual([theirs.id]);
    expect(await found('state=due-soon')).toEqual([mine.id]);
    expect(await found('state=not-due')).toEqual([nobodys.id, staffs.id]);
  });

  it('counts what is due in all, whatever it is filtered for and on whichever page', async () => {
    const { length } = await listed(officer, '?limit=100&state=due');
    const due = async (query: string) =>
      ((await officer.get(`/api/v1/record-reviews${query}`).expect(200)).body as { due: number }).due;
    expect(await due('')).toBe(length);
    const asset = await makeAsset(officer, { name: 'Count me' });
    expect(await due('?q=count')).toBe(length);
    await enteredEarlier(test, 'asset', 400, [asset.id]);
    for (const query of ['', '?limit=1&sort=-name', '?q=nothing-like-it', '?type=vendor', '?state=not-due'])
      expect([query, await due(query)]).toEqual([query, length + 1]);
  });

  it('names to a member only what they may review, as their obligation does', async () => {
    const ownerId = memberId(test.a, 'org-admin');
    const draft = await startAssessment(officer);
    const risk = await makeRisk(officer, draft.id, { title: 'Owned without a review', ownerId });
    const found = async (owner: string) =>
      (await listed(officer, `?q=without&ownerId=${owner}`)).map(({ id }) => id);
    expect([await found(ownerId), await found('none')]).toEqual([[], [risk.id]]);
    const admin = await test.signIn('org-admin');
    expect(await listed(admin, '?q=without&ownerId=mine')).toEqual([]);
  });

  it.each(['dueOn', '-dueOn', 'name', '-name', 'reviewedOn', '-reviewedOn'])(
    'sorted by %s comes page by page, each record once',
    async (sort) => {
      const whole = await listed(officer, `?limit=100&sort=${sort}`);
      const paged: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const { body } = (await officer
          .get(`/api/v1/record-reviews?limit=3&sort=${sort}${cursor && `&cursor=${cursor}`}`)
          .expect(200)) as { body: { items: { id: string }[]; nextCursor: string | null } };
        paged.push(...body.items.map(({ id }) => id));
        cursor = body.nextCursor;
      }
      expect(paged).toEqual(whole.map(({ id }) => id));
      expect(new Set(paged).size).toBe(whole.length);
    },
  );

  it('leaves as a file under its filters, and the log says for what', async () => {
    const query = '?type=vendor&purpose=audit';
    const { text } = await officer.get(`/api/v1/record-reviews/export.csv${query}`).expect(200);
    expect(text).toContain('Last reviewed on');
    expect(text).toContain('Cleaner');
    expect(text).not.toContain('Scanner');
    const json = (await officer.get(`/api/v1/record-reviews/export.json${query}`).expect(200))
      .body as object[];
    expect(json).toHaveLength((await listed(officer, '?type=vendor&limit=100')).length);
    await officer.get(`/api/v1/record-reviews/export.xlsx${query}`).expect(200);
    const events = await test.database.asSuperuser(
      `select 1 from audit.event where action = 'record.reviews-exported'`,
    );
    expect(events).toHaveLength(3);
  });

  it('leaves with the reason of each last review and the fingerprint of what was looked at', async () => {
    const asset = await makeAsset(officer, { name: 'Leaves with its reason' });
    await review(officer, [asset], NEEDS_CHANGE);
    await makeRisk(officer, (await startAssessment(officer)).id, {
      title: 'Leaves with its rating',
      ...RATED,
      ratingReason: 'New locks',
    });
    await makeVendor(officer, { name: 'Leaves unseen' });
    const path = '/api/v1/record-reviews/export';
    const query = '?q=leaves&sort=name&purpose=audit';
    const { text } = await officer.get(`${path}.csv${query}`).expect(200);
    const stateHash = (await shown(officer, asset.id)).reviews[0]!.stateHash!;
    expect(text).toContain(NEEDS_CHANGE.reason);
    expect(text).toContain(stateHash);
    expect((await officer.get(`${path}.json${query}`).expect(200)).body).toMatchObject([
      { reason: null, stateHash: null },
      { reason: 'New locks', stateHash: null },
      { reason: NEEDS_CHANGE.reason, stateHash },
    ]);
  });

  it('says of one record how many reviews there are, and has the newest 50', async () => {
    const asset = await makeAsset(officer, { name: 'Reviewed for decades' });
    for (let year = 0; year < 51; year += 1) await review(officer, [asset]);
    const { reviewCount, reviews } = await shown(officer, asset.id);
    expect([reviewCount, reviews.length]).toEqual([51, 50]);
  });
});
