import type { Agent } from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, calendarDateIn } from '../../../platform/kernel/calendar-date.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { RemindOfDue } from '../../obligations/obligations.spec-kit.js';
import { memberId, seen, uuid } from '../../risks/register.spec-kit.js';
import { makeVendor } from '../../vendors/vendors.spec-kit.js';
import { reviewDueOn } from '../domain/review-term.js';
import { enteredEarlier, NEEDS_CHANGE, review } from '../reviews.spec-kit.js';
import { WatchReviews } from './watch-reviews.task.js';

let test: TestApp;
let worker: TestWorker;
let officer: Agent;
const today = calendarDateIn('America/Denver', new Date());
/** When something is due that was entered so many days ago. */
const dueAfter = (days: number) => reviewDueOn(addDays(today, -days), null);

beforeEach(async () => {
  test = await startTestApp();
  worker = await startTestWorker(test);
  officer = await test.signIn('compliance-officer');
  return async () => {
    await worker.close();
    await test.close();
  };
}, 60_000);

interface Due {
  owner: string | null;
  title: string;
  dueOn: string;
  href: string;
}
async function due(status = 'open'): Promise<Due[]> {
  const { body } = await officer.get(`/api/v1/obligations?kind=record.review&status=${status}`).expect(200);
  const { items } = body as { items: (Omit<Due, 'owner'> & { owner: { id: string } | null })[] };
  return items
    .map(({ owner, title, dueOn, href }) => ({ owner: owner?.id ?? null, title, dueOn, href }))
    .sort((one, other) => (one.title < other.title ? -1 : 1));
}

async function ageing(days: number, more: object = {}) {
  const asset = await makeAsset(officer, { name: `Entered ${days} days ago`, ...more });
  await enteredEarlier(test, 'asset', days, [asset.id]);
  return asset;
}

describe('what nobody looked at for a year', () => {
  it('becomes one obligation for each owner, due when the first of their records is, 30 days ahead', async () => {
    const ownerId = memberId(test.a, 'org-admin');
    await ageing(400, { ownerId });
    await ageing(340, { ownerId });
    await ageing(330, { ownerId });
    await makeFlow(officer, { name: 'Of nobody', from: { assetId: (await ageing(10)).id } });
    await enteredEarlier(test, 'data_flow', 380);
    await worker.sweep(WatchReviews);
    expect(await due()).toEqual([
      {
        owner: ownerId,
        title: 'Review 2 records',
        dueOn: dueAfter(400),
        href: `/reviews?state=due&ownerId=${ownerId}`,
      },
      {
        owner: null,
        title: 'Review one record',
        dueOn: dueAfter(380),
        href: '/reviews?state=due&ownerId=none',
      },
    ]);
  });

  it('is named to those who answer for compliance where its owner left, or may not review it', async () => {
    await ageing(400, { ownerId: memberId(test.a, 'staff') });
    const left = await test.addMember(test.a, 'org-admin', 'Somebody who leaves');
    await ageing(390, { ownerId: `mem_${left.memberId.replaceAll('-', '')}` });
    await test.database.asSuperuser('update membership set active = false where id = $1', [left.memberId]);
    await worker.sweep(WatchReviews);
    expect(await due()).toMatchObject([{ owner: null, title: 'Review 2 records', dueOn: dueAfter(400) }]);
    const work = (await officer.get('/api/v1/my-work').expect(200)).body as object;
    expect(JSON.stringify(work)).toContain('/reviews?state=due&ownerId=none');
  });

  it('is found after a standstill, and once by two workers at the same moment', async () => {
    await ageing(400);
    await makeVendor(officer);
    await enteredEarlier(test, 'vendor', 800);
    const other = await startTestWorker(test);
    await Promise.all([worker.sweep(WatchReviews), other.sweep(WatchReviews), worker.sweep(WatchReviews)]);
    await other.close();
    expect(await due()).toMatchObject([{ title: 'Review 2 records', dueOn: dueAfter(800) }]);
    const changes = await test.database.asSuperuser('select 1 from obligation_change');
    expect(changes).toHaveLength(1);
    await worker.sweep(WatchReviews);
    const watched = await test.database.asSuperuser<{ detail: object }>(
      `select 1 from audit.event where action = 'obligation.opened'`,
    );
    expect(watched).toHaveLength(1);
  });

  it('reminds once for all of them, not once for each', async () => {
    const ownerId = memberId(test.a, 'org-admin');
    for (const days of [401, 402, 403, 404]) await ageing(days, { ownerId });
    await worker.sweep(WatchReviews);
    await test.database.asSuperuser('update obligation_milestone set remind_at = now()');
    // The queue is lost between the two: the next sweep makes anew what was not sent.
    await worker.sweep(RemindOfDue);
    await worker.sweep(RemindOfDue);
    const jobs = await test.database.asSuperuser(`select 1 from outbox where job_name = 'obligation.remind'`);
    expect(jobs).toHaveLength(1);
  });
});

describe('a review', () => {
  it('moves the date in its own transaction, and the last one meets it', async () => {
    const ownerId = memberId(test.a, 'org-admin');
    const [first, second] = [await ageing(400, { ownerId }), await ageing(380, { ownerId })];
    await worker.sweep(WatchReviews);
    await review(officer, [first]);
    expect(await due()).toMatchObject([{ owner: ownerId, title: 'Review one record', dueOn: dueAfter(380) }]);
    await review(officer, [second]);
    expect([await due(), await due('met')]).toMatchObject([[], [{ owner: ownerId }]]);
  });

  it('that found a change needed leaves it due, in 30 days', async () => {
    const asset = await ageing(400);
    await worker.sweep(WatchReviews);
    await review(officer, [asset], NEEDS_CHANGE);
    expect(await due()).toMatchObject([{ dueOn: addDays(today, 30) }]);
    const version = asset.version;
    await seen(officer, 'patch', `/assets/${asset.id}`, version).send({ location: 'Room 4' }).expect(200);
    await review(officer, [{ id: asset.id, version: version + 1 }]);
    expect(await due()).toEqual([]);
  });

  it('of others leaves what is due for somebody else as it is', async () => {
    await ageing(400, { ownerId: memberId(test.a, 'org-admin') });
    const own = await ageing(390, { ownerId: memberId(test.a, 'compliance-officer') });
    await worker.sweep(WatchReviews);
    await review(officer, [own]);
    expect(await due()).toMatchObject([{ owner: memberId(test.a, 'org-admin'), dueOn: dueAfter(400) }]);
  });
});

it('what went to another owner, or ended, follows with the next sweep', async () => {
  const [admin, other] = [memberId(test.a, 'org-admin'), memberId(test.a, 'compliance-officer')];
  const [moves, ends] = [await ageing(400, { ownerId: admin }), await ageing(380, { ownerId: other })];
  await worker.sweep(WatchReviews);
  const patch = ({ id, version }: typeof moves, body: object) =>
    seen(officer, 'patch', `/assets/${id}`, version).send(body).expect(200);
  await patch(moves, { ownerId: other });
  await test.database.asSuperuser(`update asset set lifecycle = 'disposed' where id = $1`, [uuid(ends.id)]);
  await worker.sweep(WatchReviews);
  expect(await due()).toMatchObject([{ owner: other, title: 'Review one record', dueOn: dueAfter(400) }]);
  // Whose records went to somebody else reviewed nothing.
  expect([await due('met'), await due('cancelled')]).toMatchObject([[], [{ owner: admin }]]);
});
