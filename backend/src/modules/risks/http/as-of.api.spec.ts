import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppModule } from '../../../app.module.js';
import { SeedClock } from '../../../seeding/seed-clock.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import type { ActionView } from '../action.schemas.js';
import { answerAs, startAssessment } from '../assessments.spec-kit.js';
import { makeAction, makeRisk, memberId, move, RATED, seen } from '../register.spec-kit.js';
import type { RiskPage, RiskView } from '../risk.schemas.js';

const ZONE = 'America/Denver';
const clock = new SeedClock();
let test: TestApp;
let officer: Agent;
let assessmentId: string;

/** What every list said at the end of some days, by days ago. */
const said: Record<number, Record<string, unknown>> = {};

const LISTS = () => [
  '/assets?',
  '/data-flows?',
  '/vendors?',
  '/vulnerabilities?',
  `/assessments/${assessmentId}/findings?`,
  '/risks?sort=number&',
  `/risks?assessmentId=${assessmentId}&level=unrated&`,
  `/risks/heat-map?assessmentId=${assessmentId}&`,
  '/actions?sort=number&',
  '/actions?overdue=true&',
  '/lessons?',
  '/plan/timeline?',
];
const day = (daysAgo: number) => clock.dateIn(-daysAgo, ZONE);
const read = async (path: string) => (await officer.get(`/api/v1${path}`).expect(200)).body as object;
const change = async <T>(path: string, version: number, body: object) =>
  (await seen(officer, 'patch', path, version).send(body).expect(200)).body as T;

async function lists(asOf = ''): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const list of LISTS()) answers[list] = await read(`${list}${asOf && `asOf=${asOf}`}`);
  return answers;
}

const prove = async ({ id }: ActionView, title: string): Promise<{ id: string }> =>
  (await officer.post(`/api/v1/actions/${id}/evidence`).send({ title, note: 'Shelf 3' }).expect(201))
    .body as {
    id: string;
  };

beforeAll(async () => {
  test = await startTestApp((config) => AppModule.with(config, clock));
  officer = await test.signIn('compliance-officer');
  clock.beginIn(ZONE);

  clock.goTo(40);
  const vendor = (
    await officer.post('/api/v1/vendors').send({ name: 'Pear Health', agreementStatus: 'none' })
  ).body as { id: string; version: number };
  const laptop = await makeAsset(officer, { name: 'Laptop of Dr. Ames', kind: 'device' });
  const portal = await makeAsset(officer, { name: 'Portal' });
  const flow = await makeFlow(officer, { from: { assetId: portal.id } });
  ({ id: assessmentId } = await startAssessment(officer));
  await answerAs(officer, assessmentId, 'S1-Q1', 'gap');
  const subject = { assetId: laptop.id };
  const risk = await makeRisk(officer, assessmentId, { ...subject, ownerId: memberId(test.a, 'staff') });
  const action = await makeAction(officer, { riskId: risk.id, assessmentId, dueOn: day(25) });
  said[40] = await lists();

  clock.goTo(30);
  await change(`/assets/${laptop.id}`, laptop.version, {
    name: 'Laptop of Dr. Brun',
    encryptionAtRest: 'no',
  });
  await change(`/data-flows/${flow.id}`, flow.version, { name: 'Claims to the clearing house' });
  const rated = await change<RiskView>(`/risks/${risk.id}`, risk.version, { ...RATED, safeguards: 'A lock' });
  const wider = await seen(officer, 'post', `/risks/${risk.id}/subjects`, rated.version)
    .send({ add: [{ assetId: portal.id }], remove: [] })
    .expect(200);
  await makeRisk(officer, assessmentId, { title: 'A second one' });
  const draft = await prove(action, 'Picture');
  said[30] = await lists();

  clock.goTo(20);
  await change(`/vendors/${vendor.id}`, vendor.version, { name: 'Pear Health, Inc.' });
  const { version } = wider.body as RiskView;
  await seen(officer, 'post', `/risks/${risk.id}/subjects`, version)
    .send({ add: [], remove: [{ assetId: portal.id }] })
    .expect(200);
  const shown = (await read(`/actions/${action.id}`)) as ActionView;
  await seen(officer, 'post', `/evidence/${draft.id}/withdrawal`, 1)
    .send({ reason: 'Of another lock' })
    .expect(200);
  await prove(action, 'Binder');
  await move(officer, shown, 'completion', { completedOn: day(21) });
  await officer
    .post(`/api/v1/actions/${action.id}/lessons`)
    .send({ kind: 'document', title: 'Policy', ownerId: memberId(test.a, 'staff'), dueOn: day(5) })
    .expect(201);
  await answerAs(officer, assessmentId, 'S1-Q1', 'in-place');
  said[20] = await lists();
  clock.goTo(0);
}, 60_000);
afterAll(() => test.close());

describe('a list as of a past day', () => {
  it.each([40, 30, 20])('says what it said at the end of the day %i days ago', async (daysAgo) => {
    expect(await lists(day(daysAgo))).toEqual(said[daysAgo]);
    // And on a day on which nothing happened.
    expect(await lists(day(daysAgo - 1))).toMatchObject({ '/assets?': said[daysAgo]!['/assets?'] });
  });

  it('was another one each time, and is another one today', async () => {
    const present = await lists();
    const all = [said[40], said[30], said[20]].map((lists) => JSON.stringify(lists));
    expect(new Set([...all, JSON.stringify(present)]).size).toBe(4);
    expect(said[40]!['/risks?sort=number&']).toMatchObject({ total: 1 });
    expect(said[30]!['/risks?sort=number&']).toMatchObject({ total: 2 });
  });

  it('is empty before there was anything', async () => {
    for (const list of ['/assets', '/data-flows', '/vendors', '/risks', '/actions', '/lessons'])
      expect(await read(`${list}?asOf=${day(50)}`)).toMatchObject({ items: [], total: 0 });
    await officer.get(`/api/v1/risks/heat-map?assessmentId=${assessmentId}&asOf=${day(50)}`).expect(404);
  });

  it('leaves as a file in that state', async () => {
    const file = await officer.get(`/api/v1/assets/export.csv?asOf=${day(40)}`).expect(200);
    expect(file.headers['content-disposition']).toContain(`assets-as-of-${day(40)}.csv`);
    expect(file.text).toContain('Laptop of Dr. Ames');
    expect(file.text).not.toContain('Laptop of Dr. Brun');
    const [event] = await test.database.asSuperuser<{ records: number }>(
      `select count(*)::int as records from audit.event where action = 'asset.exported' and organization_id = $1`,
      [test.a.id],
    );
    expect(event!.records).toBe(1);
    const register = await officer.get(`/api/v1/risks/export.json?asOf=${day(40)}`).expect(200);
    expect(JSON.parse(register.text)).toHaveLength(1);
  });

  it('of the plan tells what showed an action to be done on that day', async () => {
    const evidence = async (daysAgo: number) =>
      (
        (await officer.get(`/api/v1/actions/export.json?asOf=${day(daysAgo)}`).expect(200)).body as {
          evidence: string[];
        }[]
      ).map((action) => action.evidence);
    expect([await evidence(35), await evidence(25), await evidence(15)]).toEqual([
      [[]],
      [['Picture']],
      [['Binder']],
    ]);
  });

  it('counts what was overdue on that day', async () => {
    const overdue = async (daysAgo: number) =>
      ((await read(`/actions?overdue=true&asOf=${day(daysAgo)}`)) as { total: number }).total;
    expect([await overdue(26), await overdue(24), await overdue(19)]).toEqual([0, 1, 0]);
  });

  it('shows another organization nothing', async () => {
    const other = await test.signIn('compliance-officer', test.b);
    const answer = await other.get(`/api/v1/risks?asOf=${day(30)}`).expect(200);
    expect((answer.body as RiskPage).items).toEqual([]);
  });

  it.each([
    ['today', () => day(0)],
    ['tomorrow', () => day(-1)],
    ['no day', () => '2026-02-30'],
  ])('refuses %s by its field', async (_name, given) => {
    const answer = await officer.get(`/api/v1/risks?asOf=${given()}`).expect(400);
    expect((answer.body as { fieldErrors: object }).fieldErrors).toHaveProperty('asOf');
  });

  it.each(['/assessments', '/my-work', '/search?q=laptop'])(
    'refuses at %s, where only today can be shown',
    async (path) => {
      const joint = path.includes('?') ? '&' : '?';
      const answer = await officer.get(`/api/v1${path}${joint}asOf=${day(30)}`).expect(400);
      expect(answer.body).toMatchObject({ code: 'request.no-past' });
    },
  );

  it('refuses days of which nobody kept what was changed', async () => {
    const before = `update organization set created_at = created_at - interval '90 days' where organization_id = $1`;
    await test.database.asSuperuser(before, [test.a.id]);
    const answer = await officer.get(`/api/v1/risks?asOf=${day(30)}`).expect(400);
    expect(answer.body).toMatchObject({
      code: 'request.past-not-kept',
      fieldErrors: { asOf: [expect.stringMatching(/kept since \w+ \d+, \d{4}\.$/)] },
    });
    await test.database.asSuperuser(before.replace('-', '+'), [test.a.id]);
  });
});

it('keeps every column of each table that it keeps', async () => {
  const different = await test.database.asSuperuser(
    `select v.relname from pg_class v join pg_namespace n on n.oid = v.relnamespace and n.nspname = 'as_of'
     where (select array_agg(attname || ' ' || atttypid::regtype order by attnum) from pg_attribute
            where attrelid = v.oid and attnum > 0)
       is distinct from (select array_agg(attname || ' ' || atttypid::regtype order by attnum) from pg_attribute
            where attrelid = ('public.' || quote_ident(v.relname))::regclass and attnum > 0 and not attisdropped)`,
  );
  expect(different).toEqual([]);
});
