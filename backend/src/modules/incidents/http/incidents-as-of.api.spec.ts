import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppModule } from '../../../app.module.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { SeedClock } from '../../../seeding/seed-clock.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { IncidentPage } from '../incident.schemas.js';
import { boardOf, reportAs } from '../incidents.spec-kit.js';

const ZONE = 'America/Denver';
const clock = new SeedClock();
let test: TestApp;
beforeAll(async () => {
  test = await startTestApp((config) => AppModule.with(config, clock));
});
afterAll(() => test.close());

it('the list of a past day shows the state, the commander and the next notice of that day', async () => {
  const commander = await test.signIn('incident-commander');
  const day = (daysAgo: number) => clock.dateIn(-daysAgo, ZONE);
  const { 'incident-commander': first, 'compliance-officer': second } = test.a.members;
  clock.beginIn(ZONE);
  clock.goTo(30);
  const { id } = await reportAs(commander, { noticedOn: day(30) });
  const lead = (memberId: string) =>
    commander
      .put(`/api/v1/incidents/${id}/roles/commander`)
      .send({ memberId: typedId('member', memberId) })
      .expect(200);
  await lead(first.memberId);
  clock.goTo(20);
  const before = await list('');
  await lead(second.memberId);
  const { version } = await boardOf(commander, id);
  await commander
    .patch(`/api/v1/incidents/${id}`)
    .set('If-Match', `"v${version}"`)
    .send({ phiInvolved: 'no', reason: 'The laptop came back with its seal unbroken.' })
    .expect(200);
  clock.goTo(10);
  const after = await list('');
  expect(after).not.toEqual(before);
  clock.goTo(0);
  expect(await list(`?asOf=${day(21)}`)).toEqual(before);
  expect(await list(`?asOf=${day(19)}`)).toEqual(after);
  expect(await list(`?asOf=${day(40)}`)).toEqual([]);

  async function list(query: string): Promise<unknown[]> {
    const { items } = (await commander.get(`/api/v1/incidents${query}`).expect(200)).body as IncidentPage;
    return items.map(({ state, commander: leads, nextDueOn, openDuties, phiInvolved }) => ({
      state,
      leads: leads?.name,
      nextDueOn,
      openDuties,
      phiInvolved,
    }));
  }
});
