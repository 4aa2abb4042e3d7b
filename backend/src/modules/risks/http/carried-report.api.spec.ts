import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ActionView } from '../action.schemas.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { startAssessment } from '../assessments.spec-kit.js';
import {
  approve,
  makeAction,
  makeRisk,
  memberId,
  move,
  RATED,
  readyAssessment,
  submit,
} from '../register.spec-kit.js';
import { assessmentReport, type AssessmentReport } from '../report/assessment-report.schema.js';
import type { SignOffView } from '../sign-off.schemas.js';

let test: TestApp;
let officer: Agent;
let next: AssessmentView;
let report: AssessmentReport;
const titles = {
  own: 'Found this year',
  lowered: 'Lowered last year',
  bare: 'Never lowered',
  due: 'Still to do',
  late: 'Done this year',
  old: 'Done long ago',
};
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  const admin = await test.signIn('org-admin');
  const { assessment } = await readyAssessment(test, officer, { title: 'The first one' });
  const checked = await makeAction(officer, { assessmentId: assessment.id, title: 'Change the locks' });
  const toReduce = { ...RATED, treatment: 'mitigate', ownerId: memberId(test.a, 'staff') };
  const lowered = await makeRisk(officer, assessment.id, { ...toReduce, title: titles.lowered });
  await makeRisk(officer, assessment.id, { ...toReduce, title: titles.bare });
  const lowering = await makeAction(officer, { riskId: lowered.id, title: 'Lower it' });
  await move(
    officer,
    await makeAction(officer, { riskId: lowered.id, title: 'Another way to lower it' }),
    'cancellation',
    { reason: 'Not needed' },
  );
  const signed = await approve(admin, await submit(officer, assessment));
  const done = await move(officer, checked, 'completion', { completedOn: '2026-01-05' });
  await move(admin, done, 'validation', { note: 'Tried them', risks: [] });
  const loweredDone = await move(officer, lowering, 'completion', { completedOn: '2026-01-06' });
  await move(admin, loweredDone, 'validation', { note: 'Half of the way', risks: [] });
  for (const title of [titles.due, titles.late, titles.old]) await teach(done, title);
  // The same register by other words: what was rated is shown in those of then, and rated anew.
  next = await startAssessment(officer, { previousId: signed.id, scaleId: 'sra-three-level' });
  await makeRisk(officer, next.id, { title: titles.own });
  await test.database.asSuperuser(
    `update remediation_lesson set done_by = recorded_by, done_on = case title when $1 then now()::date else date '2020-01-01' end
     where title in ($1, $2)`,
    [titles.late, titles.old],
  );
  report = (await officer.get(`/api/v1/assessments/${next.id}/report`).expect(200)).body as AssessmentReport;
});
afterAll(() => test.close());

async function teach(action: ActionView, title: string): Promise<void> {
  const lesson = { kind: 'document', title, ownerId: memberId(test.a, 'staff'), dueOn: '2027-06-01' };
  await officer.post(`/api/v1/actions/${action.id}/lessons`).send(lesson).expect(201);
}

describe('the report of an analysis that carried a register on', () => {
  it('holds beside each carried risk how it was rated before, in the words of then', () => {
    expect(RATED).toMatchObject({ inherentLikelihood: 'high', residualLikelihood: 'low' });
    const [own, carried] = [true, false].map((isOwn) =>
      report.risks.find(({ title }) => (title === titles.own) === isOwn),
    );
    expect(carried).toMatchObject({
      residual: null,
      carried: {
        from: 'The first one',
        earlier: {
          inherent: { likelihood: 'High', impact: 'High', level: 'High' },
          residual: { likelihood: 'Low', impact: 'High', level: 'Low' },
        },
      },
    });
    expect(own!.carried).toBeNull();
  });

  it('names no risk without an action that a fix of an earlier year lowers, as the page of the sign-off does', async () => {
    const risk = (title: string) => report.risks.find((each) => each.title === title)!;
    expect(report.risksWithoutAction).toEqual([risk(titles.bare).number]);
    const page = (await officer.get(`/api/v1/assessments/${next.id}/sign-off`).expect(200))
      .body as SignOffView;
    expect(page.warnings).toContain(`Nothing is planned yet against R-${risk(titles.bare).number}.`);
    expect(risk(titles.lowered).earlierActions).toMatchObject([
      {
        title: 'Lower it',
        status: 'validated',
        completedOn: '2026-01-06',
        validatedAt: expect.stringMatching(/^\d{4}-/) as string,
        analysisTitle: 'The first one',
      },
    ]);
    expect(risk(titles.bare)).not.toHaveProperty('earlierActions');
  });

  it('lists what earlier fixes taught and is still to do, or was done since it began', () => {
    expect(report.actions.map(({ title }) => title)).not.toContain('Change the locks');
    expect(report.earlierLessons!.map(({ title }) => title)).toEqual([titles.due, titles.late]);
    expect(report.earlierLessons![0]).toMatchObject({
      kind: 'document',
      ownerName: 'staff of Alder Family Clinic',
      dueOn: '2027-06-01',
      doneOn: null,
      actionTitle: 'Change the locks',
      analysisTitle: 'The first one',
    });
  });

  it('still reads what was signed before any of this was told', () => {
    const { earlierLessons: _lessons, ...before } = report;
    const risks = before.risks.map((risk) => {
      const { earlier: _earlier, ...carried } = risk.carried ?? { earlier: undefined };
      return { ...risk, carried: risk.carried && carried };
    });
    const actions = before.actions.map(
      ({ dueMoves: _moves, noEvidenceReason: _reason, ...action }) => action,
    );
    expect(assessmentReport.safeParse({ ...before, risks, actions }).success).toBe(true);
  });
});

it('the report of an analysis that follows none has neither', async () => {
  const alone = await startAssessment(officer);
  await makeRisk(officer, alone.id, RATED);
  const { body } = await officer.get(`/api/v1/assessments/${alone.id}/report`).expect(200);
  expect(body).toMatchObject({ earlierLessons: [], risks: [{ carried: null }] });
});
