import type { Agent } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppModule } from '../../../app.module.js';
import { addDays, calendarDate, type CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { upload } from '../../inventory/inventory.spec-kit.js';
import { RemindOfDue } from '../../obligations/obligations.spec-kit.js';
import { approve, readyAssessment, seen, submit } from '../../risks/register.spec-kit.js';
import { makeVendor } from '../../vendors/vendors.spec-kit.js';
import type { ChangeView } from '../reassessment.schemas.js';
import { WatchChanges } from './watch-changes.task.js';

const DAY_MS = 86_400_000;
let test: TestApp;
let worker: TestWorker;
let officer: Agent;
let today: CalendarDate;
let daysFromNow = 0;
const clock = { read: (now: Date) => new Date(now.getTime() + daysFromNow * DAY_MS) };

const changes = async (query: string): Promise<ChangeView[]> =>
  (
    (await officer.get(`/api/v1/environment-changes?limit=100${query}`).expect(200)).body as {
      items: ChangeView[];
    }
  ).items;

beforeAll(async () => {
  test = await startTestApp((config) => AppModule.with(config, clock));
  worker = await startTestWorker(test, { clock });
  officer = await test.signIn('compliance-officer');
  const [row] = await test.database.asSuperuser<{ today: string }>(
    `select to_char(now() at time zone time_zone, 'YYYY-MM-DD') as today from organization limit 1`,
  );
  today = calendarDate(row!.today);
  await makeVendor(officer, { name: 'Ended long ago', agreementEndsOn: addDays(today, -1) });
  await makeVendor(officer, { name: 'Ends in two days', agreementEndsOn: addDays(today, 2) });
  const ready = await readyAssessment(test, officer);
  await approve(await test.signIn('org-admin'), await submit(officer, ready.assessment));
}, 60_000);
afterAll(async () => {
  await worker.close();
  await test.close();
});

it('an agreement that ends by itself is noted once, with its own day, after a standstill and by two workers', async () => {
  await worker.sweep(WatchChanges);
  expect(await changes('')).toEqual([]);
  daysFromNow = 10;
  const second = await startTestWorker(test, { clock });
  await Promise.all([worker.sweep(WatchChanges), second.sweep(WatchChanges), worker.sweep(WatchChanges)]);
  await worker.sweep(WatchChanges);
  await second.close();
  daysFromNow = 0;
  const ended = await changes('&kind=vendor-ended');
  expect(ended).toMatchObject([
    {
      subject: { name: 'Ends in two days' },
      happenedOn: addDays(today, 3),
      madeBy: null,
      details: [{ field: 'agreement', from: ['signed'], to: ['expired'] }],
    },
  ]);
});

it('an import that is taken over in the worker is noted with it, and its undoing takes that back', async () => {
  const list =
    'Name,Kind,Hosting,Holds ePHI\r\nNew EHR,application,cloud,yes\r\nNew lamp,device,on-premises,no\r\n';
  const batch = (await upload(officer, list)).body as { id: string; version: number };
  const act = async (what: string, body: object = {}) => {
    const { version } = (await officer.get(`/api/v1/asset-imports/${batch.id}`).expect(200)).body as {
      version: number;
    };
    await officer
      .post(`/api/v1/asset-imports/${batch.id}/${what}`)
      .set('If-Match', `"v${version}"`)
      .send(body)
      .expect(202);
    await worker.work();
  };
  await act('commit', { skipBadRows: false });
  expect((await changes('&kind=asset-added')).map(({ subject, state }) => [subject.name, state])).toEqual([
    ['New EHR', 'undecided'],
  ]);
  await act('undo');
  expect(await changes('&kind=asset-added')).toMatchObject([{ state: 'withdrawn', subject: { href: null } }]);
});

it('reminds the compliance officer with words of its own', async () => {
  daysFromNow = 20;
  await worker.sweep(RemindOfDue);
  await worker.work();
  daysFromNow = 90;
  await worker.sweep(RemindOfDue);
  await worker.work();
  daysFromNow = 0;
  const mails = await test.database.asSuperuser<{ template: string; recipient_id: string }>(
    `select template, recipient_id from mailbox_message where template like 'change-review%' order by id`,
  );
  const to = test.a.members['compliance-officer'].memberId;
  expect(mails).toEqual([
    { template: 'change-review', recipient_id: to },
    { template: 'change-review-overdue', recipient_id: to },
  ]);
});

it('an agreement that somebody cuts short is noted with that, and not again by the next look', async () => {
  const { id, version } = await makeVendor(officer, {
    name: 'Cut short',
    agreementEndsOn: addDays(today, 30),
  });
  daysFromNow = 1;
  const tomorrow = await test.signIn('compliance-officer');
  await seen(tomorrow, 'patch', `/vendors/${id}`, version).send({ agreementEndsOn: today }).expect(200);
  await worker.sweep(WatchChanges);
  daysFromNow = 0;
  expect(await changes('&kind=vendor-ended&q=Cut')).toMatchObject([
    { subject: { name: 'Cut short' }, happenedOn: addDays(today, 1), madeBy: { id: expect.any(String) } },
  ]);
});
