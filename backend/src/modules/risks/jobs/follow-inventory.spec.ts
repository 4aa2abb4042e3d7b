import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppModule } from '../../../app.module.js';
import { addDays, calendarDateIn } from '../../../platform/kernel/calendar-date.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { startTestWorker, type TestWorker } from '../../../testing/test-worker.js';
import { makeAsset, makeFlow } from '../../inventory/inventory.spec-kit.js';
import { importsBy, type ImportBody } from '../../inventory/jobs/import.spec-kit.js';
import { makeVendor } from '../../vendors/vendors.spec-kit.js';
import { RefreshInventoryFindings } from '../application/refresh-inventory-findings.js';
import { startAssessment } from '../assessments.spec-kit.js';
import type { FindingPage } from '../finding.schemas.js';
import { readyAssessment, seen, submit, uuid } from '../register.spec-kit.js';
import { FollowDays } from './follow-days.task.js';

/** Noon in Denver, today or later. */
const DAY_0 = calendarDateIn('America/Denver', new Date());
let now = new Date();
const clock = { read: () => now };

let test: TestApp;
let worker: TestWorker;
let officer: Agent;
/** Protected on its way, with its purpose: nothing stands out about it. */
const SOUND = {
  transportSecurity: 'encrypted',
  purpose: 'Payment',
  minimumNecessary: 'What the claim asks for',
};
let from: { assetId: string };
beforeAll(async () => {
  test = await startTestApp((config) => AppModule.with(config, clock));
  worker = await startTestWorker(test, { clock });
  officer = await test.signIn('compliance-officer');
  from = { assetId: (await makeAsset(officer, { tag: 'APP-1', name: 'Chart system' })).id };
}, 60_000);
afterAll(async () => {
  await worker.close();
  await test.close();
});

const findings = async (assessmentId: string) =>
  (await officer.get(`/api/v1/assessments/${assessmentId}/findings?source=data-flow&limit=100`).expect(200))
    .body as FindingPage;
/** What stands about the flow of this name, and how. */
const standing = async (assessmentId: string, name: string): Promise<string[]> =>
  (await findings(assessmentId)).items
    .filter(({ title }) => title.startsWith(`${name}: `))
    .map(({ title, status }) => `${status}: ${title.slice(name.length + 2)}`)
    .sort();
const checks = async (assessmentId: string): Promise<object[]> =>
  test.database.asSuperuser(
    `select actor_type from audit.event where action = 'assessment.flows-checked' and target_id = $1 order by id`,
    [uuid(assessmentId)],
  );
const change = (path: string, { id, version }: { id: string; version: number }, body: object) =>
  seen(officer, 'patch', `/${path}/${id}`, version).send(body).expect(200);
const runJob = (id: string, attemptsMade: number) =>
  worker.context.get(JobRunner).run({
    id,
    name: 'risks.follow-inventory',
    attemptsMade,
    data: { organizationId: test.a.id, payload: {} },
  });
const UNENCRYPTED = 'nothing protects the data on its way';
const NO_PURPOSE = 'no purpose is written down';
const NO_AGREEMENT = 'no agreement covers the vendor';
const UNNAMED = 'nobody can say whether an agreement covers the vendor';

describe('the drafts follow the inventory by themselves', () => {
  let one: string;
  let other: string;
  beforeAll(async () => {
    one = (await startAssessment(officer, { title: 'One' })).id;
    other = (await startAssessment(officer, { title: 'Other' })).id;
  });

  it('a flow that stands out becomes a finding of each, as the work of the system; mended, it is resolved', async () => {
    const flow = await makeFlow(officer, { ...SOUND, from, name: 'Fax', transportSecurity: 'none' });
    const [before, beforeOther] = [await checks(one), await checks(other)];
    await worker.work();
    for (const draft of [one, other]) {
      expect(await standing(draft, 'Fax')).toEqual([`open: ${UNENCRYPTED}`]);
      expect((await findings(draft)).flowsOutdated).toBe(0);
    }
    expect((await checks(one)).slice(before.length)).toEqual([{ actor_type: 'system' }]);
    expect((await checks(other)).slice(beforeOther.length)).toEqual([{ actor_type: 'system' }]);
    await change('data-flows', flow, { transportSecurity: 'encrypted' });
    await worker.work();
    for (const draft of [one, other])
      expect(await standing(draft, 'Fax')).toEqual([`resolved: ${UNENCRYPTED}`]);
  });

  it('run twice it changes and records nothing more; a change without consequence records nothing', async () => {
    const flow = await makeFlow(officer, { ...SOUND, from, name: 'Letters', purpose: '' });
    await worker.work();
    const before = await checks(one);
    await test.database.asSuperuser(
      `update outbox set dispatched_at = null, finished_at = null where job_name = 'risks.follow-inventory'`,
    );
    expect(await worker.work()).toBeGreaterThan(1);
    await change('data-flows', flow, { transportMethod: 'Post' });
    await worker.work();
    expect(await checks(one)).toEqual(before);
    expect(await standing(one, 'Letters')).toEqual([`open: ${NO_PURPOSE}`]);
  });

  it('one look does for all that wait; a try after a failure looks again, whoever took it over', async () => {
    for (const name of ['A', 'B', 'C']) await makeFlow(officer, { ...SOUND, from, name, offshore: true });
    const waiting = await test.database.asSuperuser<{ id: string }>(
      `select id from outbox where job_name = 'risks.follow-inventory' and finished_at is null order by created_at`,
    );
    expect(waiting).toHaveLength(3);
    await runJob(waiting[2]!.id, 0);
    const abroad = 'open: patient data leaves the country';
    for (const name of ['A', 'B', 'C']) expect(await standing(one, name)).toEqual([abroad]);
    // Nobody is told of this one.
    await test.database.asSuperuser(`update data_flow set offshore = false where name = 'A'`);
    await runJob(waiting[0]!.id, 0);
    expect(await standing(one, 'A')).toEqual([abroad]);
    await runJob(waiting[0]!.id, 1);
    expect(await standing(one, 'A')).toEqual([abroad.replace('open', 'resolved')]);
  });

  it('what somebody dismissed stays dismissed, also under another name', async () => {
    const flow = await makeFlow(officer, { ...SOUND, from, name: 'Courier', transportSecurity: 'none' });
    await worker.work();
    const finding = (await findings(one)).items.find(({ title }) => title.startsWith('Courier'))!;
    await change('findings', finding, { status: 'dismissed', reason: 'Sealed bags' });
    await makeFlow(officer, { ...SOUND, from, name: 'Later', transportSecurity: 'none' });
    await worker.work();
    expect(await standing(one, 'Courier')).toEqual([`dismissed: ${UNENCRYPTED}`]);
    expect(await standing(one, 'Later')).toEqual([`open: ${UNENCRYPTED}`]);
    await change('data-flows', flow, { name: 'Bike courier' });
    await worker.work();
    const renamed = (await findings(one)).items.find(({ title }) => title.startsWith('Bike courier'))!;
    expect(renamed).toMatchObject({ id: finding.id, status: 'dismissed', statusReason: 'Sealed bags' });
  });

  it('the agreement of a vendor, at an end of the flow', async () => {
    const vendor = await makeVendor(officer, { name: 'Billing Co' });
    await makeFlow(officer, {
      ...SOUND,
      from,
      name: 'Claims',
      counterparty: 'vendor',
      to: { vendorId: vendor.id },
    });
    await worker.work();
    expect(await standing(one, 'Claims')).toEqual([]);
    const none = { agreementStatus: 'none', agreementSignedOn: null, agreementEndsOn: null };
    const changed = await change('vendors', vendor, none);
    await worker.work();
    expect(await standing(one, 'Claims')).toEqual([`open: ${NO_AGREEMENT}`]);
    await change('vendors', changed.body as typeof vendor, {
      agreementStatus: 'signed',
      agreementSignedOn: DAY_0,
    });
    await worker.work();
    expect(await standing(one, 'Claims')).toEqual([`resolved: ${NO_AGREEMENT}`]);
  });

  it('who runs an asset at an end of the flow, and that this vendor was entered', async () => {
    const asset = await makeAsset(officer, { name: 'Backup service', vendorName: '' });
    const to = { assetId: asset.id };
    await makeFlow(officer, { ...SOUND, from, to, name: 'Backups', counterparty: 'vendor' });
    await worker.work();
    expect(await standing(one, 'Backups')).toEqual([`open: ${UNNAMED}`]);
    const renamed = await change('assets', asset, { vendorName: 'Cloud Co' });
    await makeVendor(officer, { name: 'Cloud Co' });
    await worker.work();
    expect(await standing(one, 'Backups')).toEqual([`resolved: ${UNNAMED}`]);
    await change('assets', renamed.body as typeof asset, { vendorName: 'Nobody knows' });
    await worker.work();
    expect(await standing(one, 'Backups')).toEqual([`open: ${UNNAMED}`]);
  });

  it('an import of flows; its undoing takes back what it alone had raised, and leaves what somebody decided', async () => {
    const imports = importsBy(officer, 'data-flow-imports');
    const list = await imports.preview(
      'Code,Name,From,To,Other end,Transport security,Purpose,Minimum necessary\nIMP-1,Imported,APP-1,outside: State,government,none,,All',
    );
    await imports.commit(list, false).expect(202);
    await worker.work();
    await worker.work();
    expect(await standing(other, 'Imported')).toEqual([`open: ${NO_PURPOSE}`, `open: ${UNENCRYPTED}`]);
    const decided = (await findings(other)).items.find(({ title }) => title === `Imported: ${NO_PURPOSE}`)!;
    await change('findings', decided, { status: 'dismissed', reason: 'Reported by law' });
    const committed: ImportBody = await imports.show(list.id);
    await seen(officer, 'post', `/data-flow-imports/${list.id}/undo`, committed.version).expect(202);
    await worker.work();
    await worker.work();
    expect(await standing(one, 'Imported')).toEqual([]);
    expect(await standing(other, 'Imported')).toEqual([`dismissed: ${NO_PURPOSE}`]);
    expect((await findings(other)).flowsOutdated).toBe(0);
  });
});

describe('what was handed in', () => {
  it('shows what changed before, whether it was followed or not, and nothing that came after', async () => {
    const { assessment } = await readyAssessment(test, officer);
    await makeFlow(officer, { ...SOUND, from, name: 'Before', transportSecurity: 'none' });
    await submit(officer, assessment);
    expect(await standing(assessment.id, 'Before')).toEqual([`open: ${UNENCRYPTED}`]);
    await makeFlow(officer, { ...SOUND, from, name: 'After', transportSecurity: 'none' });
    const before = await checks(assessment.id);
    await worker.work();
    await worker.sweep(FollowDays);
    expect(await standing(assessment.id, 'After')).toEqual([]);
    expect(await checks(assessment.id)).toEqual(before);
  });

  it('stays as it is when that happened between the look and the change', async () => {
    const { assessment } = await readyAssessment(test, officer);
    await submit(officer, assessment);
    await makeFlow(officer, { ...SOUND, from, name: 'Meanwhile', transportSecurity: 'none' });
    const before = await checks(assessment.id);
    await test.as(test.a.members['compliance-officer'], () =>
      test.app.get(RefreshInventoryFindings).follow(uuid(assessment.id)),
    );
    expect(await standing(assessment.id, 'Meanwhile')).toEqual([]);
    expect(await checks(assessment.id)).toEqual(before);
  });
});

it('an agreement that ended is found as the days go by', async () => {
  const draft = (await startAssessment(officer, { title: 'Days' })).id;
  const vendor = await makeVendor(officer, { name: 'Until then', agreementEndsOn: addDays(DAY_0, 3) });
  const to = { vendorId: vendor.id };
  await makeFlow(officer, { ...SOUND, from, to, name: 'Until', counterparty: 'vendor' });
  await worker.work();
  await worker.sweep(FollowDays);
  expect(await standing(draft, 'Until')).toEqual([]);
  now = new Date(`${addDays(DAY_0, 4)}T19:00:00Z`);
  officer = await test.signIn('compliance-officer');
  await worker.sweep(FollowDays);
  await worker.sweep(FollowDays);
  expect(await standing(draft, 'Until')).toEqual([`open: ${NO_AGREEMENT}`]);
});
