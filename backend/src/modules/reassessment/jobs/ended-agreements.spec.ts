import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppModule } from '../../../app.module.js';
import { addDays, calendarDateIn, type CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { approve, readyAssessment, submit } from '../../risks/register.spec-kit.js';
import { makeVendor } from '../../vendors/vendors.spec-kit.js';
import type { ChangeView } from '../reassessment.schemas.js';
import { WatchChanges } from './watch-changes.task.js';

/** Every moment here is late in the evening of a day in Denver: in UTC the next day has come. */
const DAY_0 = addDays(calendarDateIn('America/Denver', new Date()), 1);
const day = (number: number): CalendarDate => addDays(DAY_0, number);
let now = eveningOf(day(0));
const clock = { read: () => now };

let test: TestApp;
let worker: TestWorker;
beforeAll(async () => {
  test = await startTestApp((config) => AppModule.with(config, clock));
  worker = await startTestWorker(test, { clock });
}, 60_000);
afterAll(async () => {
  await worker.close();
  await test.close();
});

function eveningOf(on: CalendarDate): Date {
  return new Date(`${addDays(on, 1)}T05:30:00Z`);
}
async function onDay(number: number, role: 'compliance-officer' | 'org-admin'): Promise<Agent> {
  now = eveningOf(day(number));
  return test.signIn(role);
}
const endsOn = async (agent: Agent, ...days: number[]): Promise<void> => {
  for (const number of days)
    await makeVendor(agent, { name: `Until day ${number}`, agreementEndsOn: day(number) });
};
/** Whose agreement ended, when that was, and how often it is noted: newest last. */
async function noted(agent: Agent): Promise<string[]> {
  const { body } = await agent.get('/api/v1/environment-changes?kind=vendor-ended&limit=100').expect(200);
  const { items } = body as { items: ChangeView[] };
  return items
    .map(({ subject, happenedOn, state }) => `${subject.name}, ${happenedOn}, ${state}`)
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}
const ended = (number: number, state = 'undecided'): string =>
  `Until day ${number}, ${day(number + 1)}, ${state}`;

describe('agreements that end between the hand-in and the signature', () => {
  let handedIn: Awaited<ReturnType<typeof submit>>;

  it('are noted while the first analysis is in review, from those on that held on the day of the hand-in', async () => {
    const officer = await onDay(0, 'compliance-officer');
    await endsOn(officer, -1, 0, 4, 5);
    handedIn = await submit(officer, (await readyAssessment(test, officer)).assessment);
    await worker.sweep(WatchChanges);
    expect(await noted(officer)).toEqual([]);
    const later = await onDay(2, 'compliance-officer');
    await worker.sweep(WatchChanges);
    await worker.sweep(WatchChanges);
    expect(await noted(later)).toEqual([ended(0)]);
  });

  it('are noted with the signature at the latest, those that are over by then, and each once', async () => {
    const admin = await onDay(5, 'org-admin');
    await approve(admin, handedIn);
    expect(await noted(admin)).toEqual([ended(0), ended(4)]);
    await worker.sweep(WatchChanges);
    expect(await noted(admin)).toEqual([ended(0), ended(4)]);
  });

  it('and those of the day of the signature are noted afterwards', async () => {
    const officer = await onDay(6, 'compliance-officer');
    await worker.sweep(WatchChanges);
    expect(await noted(officer)).toEqual([ended(0), ended(4), ended(5)]);
  });
});

it('the next analysis looked at what had ended before its hand-in, though nobody had noted it', async () => {
  const before = await onDay(6, 'compliance-officer');
  await endsOn(before, 8, 10, 11, 12);
  const officer = await onDay(10, 'compliance-officer');
  const { assessment } = await readyAssessment(test, officer);
  const handedIn = await submit(officer, assessment);
  const admin = await onDay(12, 'org-admin');
  await approve(admin, handedIn);
  const covered = [ended(0, 'covered'), ended(4, 'covered'), ended(5, 'covered')];
  expect(await noted(admin)).toEqual([...covered, ended(10), ended(11)]);
  const later = await onDay(13, 'compliance-officer');
  await worker.sweep(WatchChanges);
  expect(await noted(later)).toEqual([...covered, ended(10), ended(11), ended(12)]);
});
