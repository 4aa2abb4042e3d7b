import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { makeAsset } from '../../inventory/inventory.spec-kit.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { showAssessment, startAssessment } from '../assessments.spec-kit.js';
import {
  approve,
  makeRisk,
  memberId,
  readyAssessment,
  seen,
  submit,
  uuid,
  WITHOUT_EVIDENCE,
} from '../register.spec-kit.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import type { SignOffView } from '../sign-off.schemas.js';

let test: TestApp;
let officer: Agent;
let admin: Agent;
beforeAll(async () => {
  test = await startTestApp();
  [officer, admin] = [await test.signIn('compliance-officer'), await test.signIn('org-admin')];
});
afterAll(() => test.close());

const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;
const jobsAbout = (id: string) =>
  test.database
    .asSuperuser<{ job_name: string }>(
      `select job_name from outbox where payload ->> 'assessmentId' = $1 order by created_at`,
      [uuid(id)],
    )
    .then((rows) => rows.map(({ job_name: name }) => name));

describe('before the signature', () => {
  it('everything that is missing is named at once, by field', async () => {
    const empty = await startAssessment(officer, { scope: '' });
    const refused = await seen(officer, 'post', `/assessments/${empty.id}/submission`, empty.version)
      .send()
      .expect(400);
    expect(codeOf(refused)).toBe('assessment.incomplete');
    const fields = Object.keys((refused.body as { fieldErrors: object }).fieldErrors);
    expect(fields).toEqual(
      expect.arrayContaining([
        'scope',
        'risks',
        'sections.S1',
        'sections.S7',
        'checklist.scope',
        'checklist.risk-rating',
      ]),
    );
    const page = (await officer.get(`/api/v1/assessments/${empty.id}/sign-off`).expect(200))
      .body as SignOffView;
    expect(Object.keys(page.missing)).toEqual(fields);
    expect((await showAssessment(officer, empty.id)).status).toBe('draft');
  });

  it('the tests of OCR stand with what the product counted beside them', async () => {
    const { assessment } = await readyAssessment(test, officer);
    const { checklist, missing } = (await officer.get(`/api/v1/assessments/${assessment.id}/sign-off`))
      .body as SignOffView;
    expect(missing).toEqual({});
    expect(checklist.map(({ id, met }) => [id, met])).toEqual([
      ['scope', true],
      ['threats-and-vulnerabilities', true],
      ['current-measures', true],
      ['likelihood-and-impact', true],
      ['risk-rating', true],
    ]);
    expect(checklist[0]).toMatchObject({
      note: 'Seen: scope',
      answeredBy: { id: memberId(test.a, 'compliance-officer') },
    });
    expect(checklist[2]!.facts).toContainEqual({ label: 'Questions answered', value: '125 / 125' });
    expect(checklist[4]!.facts).toEqual([
      { label: 'Risks with a level before and after safeguards', value: '1 / 1' },
      { label: 'Risks with a decision', value: '1 / 1' },
    ]);
  });

  it('a page never has a newer version than what it shows, so that nobody writes over what they did not see', async () => {
    const assessment = await startAssessment(officer);
    const colleague = await test.signIn('compliance-officer');
    const db = test.app.get(TenantDb);
    const read = db.read.bind(db);
    const path = `/assessments/${assessment.id}/checklist/scope`;
    // A colleague answers after the page has read the tests, before it has read what else it shows.
    let reads = 0;
    const between = vi.spyOn(db, 'read').mockImplementation(async (work) => {
      reads += 1;
      if (reads === 4)
        await seen(colleague, 'post', path, assessment.version)
          .send({ met: true, note: 'Seen together' })
          .expect(200);
      return read(work);
    });
    const { version, checklist } = (await officer.get(`/api/v1/assessments/${assessment.id}/sign-off`))
      .body as SignOffView;
    between.mockRestore();
    expect(reads).toBeGreaterThanOrEqual(4);
    expect([version, checklist[0]!.note]).toEqual([assessment.version, '']);
    await seen(officer, 'post', path, version).send({ met: false, note: 'Not seen' }).expect(412);
  });

  it('a test answered with no stands in the way, and an unknown test is not found', async () => {
    const { assessment } = await readyAssessment(test, officer);
    const path = `/assessments/${assessment.id}/checklist`;
    const answer = await seen(officer, 'post', `${path}/scope`, assessment.version)
      .send({ met: false, note: 'The fax is missing' })
      .expect(200);
    expect((answer.body as SignOffView).missing).toHaveProperty(['checklist.scope']);
    expect(
      (await seen(officer, 'post', `${path}/luck`, assessment.version + 1).send({ met: true })).status,
    ).toBe(404);
    expect(
      (await seen(officer, 'post', `${path}/scope`, assessment.version).send({ met: true })).status,
    ).toBe(412);
  });
});

describe('the inventory between submission and signature', () => {
  it('is told to whoever signs, who signs what they saw and nothing later', async () => {
    const { assessment } = await readyAssessment(test, officer);
    const submitted = await submit(officer, assessment);
    const show = async () =>
      (await admin.get(`/api/v1/assessments/${assessment.id}/sign-off`).expect(200)).body as SignOffView;
    const sign = (body: object) =>
      seen(admin, 'post', `/assessments/${assessment.id}/approval`, submitted.version).send({
        statement: 'Read and approved.',
        ...body,
      });
    const moved = (view: SignOffView) =>
      view.warnings.filter((warning) => warning.startsWith('Since it was'));
    expect(await show()).toMatchObject({ inventorySeen: '' });
    expect(moved(await show())).toEqual([]);

    await makeAsset(officer, { name: 'Came while it was read' });
    const first = await show();
    expect(moved(first)).toEqual([
      expect.stringContaining('Since it was submitted, 1 asset came or changed.'),
    ]);
    expect(codeOf(await sign({}).expect(409))).toBe('assessment.inventory-moved');

    await makeAsset(officer, { name: 'Came after the page was opened' });
    const late = await sign({ inventorySeen: first.inventorySeen }).expect(409);
    expect(late.body).toMatchObject({
      code: 'assessment.inventory-moved',
      detail: expect.stringContaining('Since it was submitted, 2 assets came or changed.') as string,
    });
    expect((await showAssessment(officer, assessment.id)).status).toBe('in-review');

    const second = await show();
    await sign({ inventorySeen: second.inventorySeen }).expect(200);
    expect(await show()).toMatchObject({ status: 'signed', warnings: [], inventorySeen: '' });
  });
});

describe('an analysis that waits for approval', () => {
  it('stands still, with its register and its plan, while its actions are worked on', async () => {
    const { assessment, risk, action } = await readyAssessment(test, officer);
    const waiting = await submit(officer, assessment);
    expect(waiting).toMatchObject({
      status: 'in-review',
      submittedBy: { id: memberId(test.a, 'compliance-officer') },
    });
    expect(await jobsAbout(assessment.id)).toEqual(['notice.assessment-submitted']);
    const refusals = [
      await seen(officer, 'patch', `/risks/${risk.id}`, risk.version).send({ title: 'x' }),
      await officer.post('/api/v1/risks').send({ assessmentId: assessment.id, title: 'x' }),
      await officer.post('/api/v1/actions').send({ assessmentId: assessment.id, title: 'x' }),
      await seen(officer, 'patch', `/actions/${action.id}`, action.version).send({ title: 'x' }),
      await seen(officer, 'post', `/actions/${action.id}/cancellation`, action.version).send({
        reason: 'No money',
      }),
      await seen(officer, 'post', `/actions/${action.id}/milestones`, action.version).send({
        title: 'x',
        dueOn: '2027-01-01',
      }),
      await seen(officer, 'post', `/assessments/${assessment.id}/checklist/scope`, waiting.version).send({
        met: true,
      }),
      await seen(officer, 'post', `/assessments/${assessment.id}/submission`, waiting.version).send(),
    ];
    expect(refusals.map((answer) => [answer.status, codeOf(answer)])).toEqual(
      refusals.map(() => [409, 'assessment.in-review']),
    );
    const staff = await test.signIn('staff');
    await seen(staff, 'post', `/actions/${action.id}/start`, action.version).send().expect(200);
  });

  it('goes back with a reason that its authors read, and may be handed in again', async () => {
    const { assessment } = await readyAssessment(test, officer);
    const waiting = await submit(officer, assessment);
    expect(
      (
        await seen(admin, 'post', `/assessments/${assessment.id}/return`, waiting.version).send({
          reason: '',
        })
      ).status,
    ).toBe(400);
    const returned = await seen(admin, 'post', `/assessments/${assessment.id}/return`, waiting.version).send({
      reason: 'The fax is missing',
    });
    expect(returned.body).toMatchObject({ status: 'draft' });
    expect(await jobsAbout(assessment.id)).toEqual([
      'notice.assessment-submitted',
      'notice.assessment-returned',
    ]);
    const outbox = await test.database.asSuperuser('select payload from outbox');
    expect(JSON.stringify(outbox)).not.toContain('fax');
    await submit(officer, returned.body as AssessmentView);
    const { steps } = (await officer.get(`/api/v1/assessments/${assessment.id}/sign-off`))
      .body as SignOffView;
    expect(steps.map(({ step, reason }) => [step, reason])).toEqual([
      ['submission', ''],
      ['return', 'The fax is missing'],
      ['submission', ''],
    ]);
  });

  it('is never approved by who prepared or who submitted it', async () => {
    const { assessment } = await readyAssessment(test, officer);
    const second = await test.signInAs(await test.addMember(test.a, 'compliance-officer', 'Second Officer'));
    const waiting = await submit(second, assessment);
    for (const author of [officer, second]) {
      const refused = await seen(
        author,
        'post',
        `/assessments/${assessment.id}/approval`,
        waiting.version,
      ).send({ statement: 'Fine by me' });
      expect([refused.status, codeOf(refused)]).toEqual([403, 'assessment.own-work']);
    }
    expect((await approve(admin, waiting)).status).toBe('signed');
  });

  it('is not approved before it was submitted, nor in another version than was read', async () => {
    const { assessment } = await readyAssessment(test, officer);
    const early = await seen(
      admin,
      'post',
      `/assessments/${assessment.id}/approval`,
      assessment.version,
    ).send({ statement: 'Fine' });
    expect([early.status, codeOf(early)]).toEqual([409, 'assessment.draft']);
    await submit(officer, assessment);
    expect(
      (
        await seen(admin, 'post', `/assessments/${assessment.id}/approval`, assessment.version).send({
          statement: 'Fine',
        })
      ).status,
    ).toBe(412);
  });

  it('is signed once by fifty approvals at the same time', async () => {
    const { assessment } = await readyAssessment(test, officer);
    const waiting = await submit(officer, assessment);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        seen(admin, 'post', `/assessments/${assessment.id}/approval`, waiting.version).send({
          statement: 'Approved',
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(codeOf))).toEqual(
      new Set(['assessment.signed']),
    );
    const [counts] = await test.database.asSuperuser(
      `select (select count(*)::int from assessment_snapshot where assessment_id = $1) as snapshots,
         (select count(*)::int from obligation where kind = 'risk-analysis.review' and subject_id = $1) as reviews,
         (select count(*)::int from outbox where job_name = 'notice.assessment-approved' and payload ->> 'assessmentId' = $1::text) as mails,
         (select count(*)::int from audit.event where action = 'assessment.approved' and target_id = $1) as records`,
      [uuid(assessment.id)],
    );
    expect(counts).toEqual({ snapshots: 1, reviews: 1, mails: 1, records: 1 });
  });
});

describe('a signed analysis', () => {
  it('makes the review of next year an obligation and ends that of this year', async () => {
    const first = await readyAssessment(test, officer, { title: 'First' });
    await approve(admin, await submit(officer, first.assessment));
    const second = await readyAssessment(test, officer, { title: 'Second' });
    const signed = await approve(admin, await submit(officer, second.assessment));
    const reviews = await test.database.asSuperuser<{
      subject_id: string;
      status: string;
      in_a_year: boolean;
    }>(
      `select subject_id, status, due_on = ($2::date + interval '1 year')::date as in_a_year
       from obligation where kind = 'risk-analysis.review' and subject_id in ($1, $3) order by id`,
      [uuid(first.assessment.id), signed.signOff!.approvedOn, uuid(second.assessment.id)],
    );
    expect(reviews).toEqual([
      { subject_id: uuid(first.assessment.id), status: 'met', in_a_year: true },
      { subject_id: uuid(second.assessment.id), status: 'open', in_a_year: true },
    ]);
  });

  it('stays in its report as it was signed, while register and plan live on', async () => {
    const { assessment, risk, action } = await readyAssessment(test, officer);
    await approve(admin, await submit(officer, assessment));
    const report = async (): Promise<AssessmentReport> =>
      (await officer.get(`/api/v1/assessments/${assessment.id}/report`).expect(200)).body as AssessmentReport;
    const asSigned = await report();
    const rerated = {
      residualLikelihood: 'high',
      residualImpact: 'high',
      treatment: 'accept',
      treatmentReason: 'For now',
    };
    await seen(officer, 'patch', `/risks/${risk.id}`, risk.version).send(rerated).expect(200);
    await seen(officer, 'post', `/actions/${action.id}/completion`, action.version)
      .send({ completedOn: '2026-01-02', ...WITHOUT_EVIDENCE })
      .expect(200);
    await makeRisk(officer, assessment.id, { title: 'Found later' });
    await makeAsset(officer, { name: 'Bought later' });
    expect(await report()).toEqual(asSigned);
    const [event] = await test.database.asSuperuser<{ detail: object }>(
      `select detail from audit.event where action = 'risk.rated' and target_id = $1 order by id desc limit 1`,
      [uuid(risk.id)],
    );
    expect(event!.detail).toMatchObject({ assessmentStatus: 'signed' });
  });
});
