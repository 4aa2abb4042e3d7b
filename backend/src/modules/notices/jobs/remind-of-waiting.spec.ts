import type { Agent } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppModule } from '../../../app.module.js';
import { addDays, calendarDate } from '../../../platform/kernel/calendar-date.js';
import { startTestApp, type TestApp, type TestMember } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { startAssessment } from '../../risks/assessments.spec-kit.js';
import {
  makeAction,
  makeRisk,
  move,
  RATED,
  readyAssessment,
  seen,
  submit,
} from '../../risks/register.spec-kit.js';
import { draftScale, scaleCall } from '../../scales/scales.spec-kit.js';
import { RemindOfWaiting } from './remind-of-waiting.task.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let test: TestApp;
let worker: TestWorker;
let officer: Agent;
let second: TestMember;
/** Days and hours from noon in Denver of the real today. */
let daysFromNow = 0;
let hoursFromNoon = 0;
const clock = {
  read: (now: Date) =>
    new Date(
      Math.floor(now.getTime() / DAY_MS) * DAY_MS + (19 + hoursFromNoon) * HOUR_MS + daysFromNow * DAY_MS,
    ),
};

const TITLES = ['A risk that stays', 'Encrypt the laptops', 'Our scale', 'The year'];

beforeAll(async () => {
  test = await startTestApp((config) => AppModule.with(config, clock));
  worker = await startTestWorker(test, { clock });
  officer = await test.signIn('compliance-officer');
  second = await test.addMember(test.a, 'compliance-officer', 'Priya Shah');
  const draft = await startAssessment(officer);
  const action = await makeAction(officer, { assessmentId: draft.id });
  await move(officer, action, 'completion', { completedOn: '2026-01-05' });
  const risk = await makeRisk(officer, draft.id, {
    title: TITLES[0],
    ...RATED,
    treatment: 'accept',
    treatmentReason: 'Nothing is stored on it',
  });
  const untilOn = addDays(calendarDate(draft.startedOn), 300);
  await seen(officer, 'post', `/risks/${risk.id}/acceptances`, risk.version)
    .send({ reason: 'It costs more than it is worth', untilOn })
    .expect(201);
  const scale = await draftScale(officer, { title: TITLES[2] });
  await scaleCall(officer, 'post', scale, '/proposal').expect(200);
  const ready = await readyAssessment(test, officer, { title: TITLES[3] });
  await submit(officer, ready.assessment);
  await worker.work();
}, 120_000);
afterAll(async () => {
  await worker.close();
  await test.close();
});
beforeEach(async () => {
  [daysFromNow, hoursFromNoon] = [0, 0];
  await test.database.asSuperuser('truncate decision_reminder, mailbox_message, delivery, outbox cascade');
});

const on = async (days: number): Promise<void> => {
  daysFromNow = days;
  await worker.sweep(RemindOfWaiting);
};
const mailbox = () =>
  test.database.asSuperuser<{ subject: string; recipient_id: string }>(
    'select subject, recipient_id from mailbox_message order by id',
  );
/** What a member was told of, in the order of the alphabet. */
const toldTo = async (member: Pick<TestMember, 'memberId'>): Promise<string[]> =>
  (await mailbox())
    .filter(({ recipient_id: to }) => to === member.memberId)
    .map(({ subject }) => subject)
    .sort();
const waitingFor = (days: number): string[] => TITLES.map((title) => `Waiting for ${days} days: ${title}`);
const setStatus = (status: string) =>
  test.database.asSuperuser('update assessment set status = $1 where title = $2', [status, TITLES[3]]);
interface DeskItem {
  title: string;
  waitsSince: string | null;
  waitsLong: boolean;
}
type Desk = Record<'due' | 'waiting', DeskItem[]>;
const desk = async (agent: Agent): Promise<Desk> =>
  (await agent.get('/api/v1/my-work').expect(200)).body as Desk;

describe('what waits for a second person', () => {
  it('is reminded of on the fifteenth day, in the morning: those who may decide, not who did it', async () => {
    await on(14);
    expect(await worker.work()).toBe(0);
    hoursFromNoon = -5;
    await on(15);
    expect(await worker.work()).toBe(0);
    hoursFromNoon = 0;
    await on(15);
    expect(await worker.work()).toBe(4);
    expect(await toldTo(test.a.members['org-admin'])).toEqual(waitingFor(15));
    expect(await toldTo(second)).toEqual(waitingFor(15));
    expect(await mailbox()).toHaveLength(8);
  });

  it('is reminded of once a week, and after a standstill once, by however many workers', async () => {
    await on(15);
    await worker.work();
    await on(21);
    expect(await worker.work()).toBe(0);
    const other = await startTestWorker(test, { clock });
    daysFromNow = 75;
    await Promise.all([
      worker.sweep(RemindOfWaiting),
      other.sweep(RemindOfWaiting),
      worker.sweep(RemindOfWaiting),
    ]);
    await Promise.all([worker.work(), other.work()]);
    await other.close();
    expect(await toldTo(second)).toEqual([...waitingFor(15), ...waitingFor(75)].sort());
  });

  it('is told once when the queue lost the job and got it again', async () => {
    await on(15);
    await worker.work();
    await test.database.asSuperuser('update outbox set dispatched_at = null, finished_at = null');
    expect(await worker.work()).toBe(4);
    expect(await mailbox()).toHaveLength(8);
  });

  it('is not told of when it was decided before the message went out', async () => {
    await on(15);
    await setStatus('draft');
    await worker.work();
    await setStatus('in-review');
    expect(await toldTo(second)).toEqual(waitingFor(15).slice(0, 3));
  });

  it('goes to who answers for compliance where nobody else may decide', async () => {
    const mine = test.a.members['compliance-officer'].memberId;
    const inactive = `update membership set active = $1 where organization_id = $2 and id <> $3`;
    await test.database.asSuperuser(inactive, [false, test.a.id, mine]);
    await on(15);
    await worker.work();
    await test.database.asSuperuser(inactive, [true, test.a.id, mine]);
    expect(await toldTo({ memberId: mine })).toEqual(waitingFor(15));
    daysFromNow = 0;
    const { items } = (await officer.get('/api/v1/mailbox').expect(200)).body as { items: { id: string }[] };
    const message = await officer.get(`/api/v1/mailbox/${items[0]!.id}`).expect(200);
    expect(JSON.stringify(message.body)).toContain('Nobody else here may decide');
  });
});

describe('the desk', () => {
  const marked = (items: DeskItem[]) =>
    items
      .filter(({ waitsSince }) => waitsSince !== null)
      .map(({ title, waitsLong }) => `${title} ${waitsLong}`)
      .sort();

  it.each([
    [14, false],
    [15, true],
  ])('marks what waits for %i days: %s, for who may decide and for who waits', async (days, long) => {
    daysFromNow = days;
    const expected = TITLES.map((title) => `${title} ${long}`);
    expect(marked((await desk(await test.signInAs(second))).due)).toEqual(expected);
    expect(marked((await desk(await test.signIn('compliance-officer'))).waiting)).toEqual(expected);
    expect(marked((await desk(await test.signIn('compliance-officer', test.b))).waiting)).toEqual([]);
  });
});
