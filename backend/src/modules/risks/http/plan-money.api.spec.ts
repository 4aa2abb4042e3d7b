import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ActionPage } from '../action.schemas.js';
import { startAssessment } from '../assessments.spec-kit.js';
import type { PlanSummaryView } from '../plan.schemas.js';
import { makeAction, move, seen } from '../register.spec-kit.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';

let test: TestApp;
let officer: Agent;
let assessmentId: string;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  assessmentId = (await startAssessment(officer)).id;
  await makeAction(officer, { assessmentId, title: 'Within', budgetCents: 1_000, yearlyBudgetCents: 200 });
  const once = await makeAction(officer, { assessmentId, title: 'Once over', budgetCents: 500 });
  await seen(officer, 'patch', `/actions/${once.id}`, 1).send({ spentCents: 501 }).expect(200);
  const yearly = await makeAction(officer, { assessmentId, title: 'Yearly over', yearlyBudgetCents: 300 });
  await move(officer, yearly, 'completion', { completedOn: '2026-01-05', yearlySpentCents: 350 });
  const gone = await makeAction(officer, {
    assessmentId,
    title: 'Gone',
    budgetCents: 9_000,
    yearlyBudgetCents: 9_000,
  });
  await move(officer, gone, 'cancellation', { reason: 'No longer' });
});
afterAll(() => test.close());

describe('the money of the plan', () => {
  it('is summed once and by the year; what is cancelled is no longer planned', async () => {
    const summary = (await officer.get(`/api/v1/plan/summary?assessmentId=${assessmentId}`).expect(200))
      .body as PlanSummaryView;
    expect(summary).toMatchObject({
      budgetCents: 1_500,
      spentCents: 501,
      yearlyBudgetCents: 500,
      yearlySpentCents: 350,
      overBudget: { count: 2, spentCents: 501, yearlySpentCents: 350 },
    });
    expect(summary.byStatus.find(({ status }) => status === 'done')).toMatchObject({ yearlySpentCents: 350 });
  });

  it('shows what costs more than planned, once or by the year, and finds it', async () => {
    const list = async (filter: string) =>
      (
        (await officer.get(`/api/v1/actions?assessmentId=${assessmentId}&sort=number&${filter}`).expect(200))
          .body as ActionPage
      ).items;
    const all = await list('');
    expect(all.map(({ title, overBudget }) => [title, overBudget])).toEqual([
      ['Within', false],
      ['Once over', true],
      ['Yearly over', true],
      ['Gone', false],
    ]);
    expect((await list('overBudget=true')).map(({ title }) => title)).toEqual(['Once over', 'Yearly over']);
  });

  it('comes as a file by month and by owner, for one analysis, and is on record', async () => {
    const path = `/api/v1/plan/summary/export`;
    const query = `assessmentId=${assessmentId}&purpose=management`;
    const { body } = await officer.get(`${path}.json?${query}`).expect(200);
    const sums = { actions: 3, budget: 15, spent: 5.01, yearlyBudget: 5, yearlySpent: 3.5 };
    expect(body).toEqual([
      { by: 'month', of: null, ...sums, overdue: null },
      { by: 'owner', of: null, ...sums, overdue: 0 },
    ]);
    const { text } = await officer.get(`${path}.csv?${query}`).expect(200);
    expect(text).toContain('\r\nBy month,,3,15,5.01,5,3.5,\r\nBy owner,,3,15,5.01,5,3.5,0');
    const [event] = await test.database.asSuperuser<{ detail: object }>(
      `select detail from audit.event where action = 'action.money-exported' order by id desc limit 1`,
    );
    expect(event!.detail).toEqual({
      rows: 2,
      format: 'csv',
      purpose: 'management',
      filter: { assessmentId: assessmentId.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') },
    });
  });

  it('is in the report and in the files', async () => {
    const report = (await officer.get(`/api/v1/assessments/${assessmentId}/report`).expect(200))
      .body as AssessmentReport;
    expect(report.planTotals).toMatchObject({ yearlyBudgetCents: 500, yearlySpentCents: 350 });
    expect(report.actions.find(({ title }) => title === 'Yearly over')).toMatchObject({
      yearlyBudgetCents: 300,
      yearlySpentCents: 350,
    });
    const { body } = await officer
      .get(`/api/v1/actions/export.json?assessmentId=${assessmentId}&sort=number`)
      .expect(200);
    expect((body as object[])[2]).toMatchObject({ yearlyBudget: 3, yearlySpent: 3.5, overBudget: true });
  });

  it('refuses an amount that is none', async () => {
    const refused = await officer
      .post('/api/v1/actions')
      .send({ assessmentId, title: 'x', yearlyBudgetCents: -5 });
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { fieldErrors: { yearlyBudgetCents: [expect.any(String)] } },
    ]);
  });
});
