import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import type { ActionPage } from '../action.schemas.js';
import type { PlanSummaryView } from '../plan.schemas.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { startAssessment } from '../assessments.spec-kit.js';
import { makeAction, memberId, move } from '../register.spec-kit.js';

let test: TestApp;
let officer: Agent;
let staffId: string;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
  staffId = memberId(test.a, 'staff');
});
afterAll(() => test.close());

describe('the plan', () => {
  let own: AssessmentView;
  beforeAll(async () => {
    own = await startAssessment(officer);
    const of = (more: object) => makeAction(officer, { assessmentId: own.id, ...more });
    await of({ dueOn: '2020-01-31', budgetCents: 1_000, ownerId: staffId });
    await of({ dueOn: '2027-01-10', budgetCents: 2_000, ownerId: staffId });
    await of({ dueOn: '2027-01-20', budgetCents: 3_000 });
    await of({ budgetCents: 4_000 });
    await move(officer, await of({ dueOn: '2026-01-10', budgetCents: 500 }), 'completion', {
      completedOn: '2026-01-05',
      spentCents: 700,
    });
    await move(officer, await of({ dueOn: '2020-01-01', budgetCents: 90_000 }), 'cancellation', {
      reason: 'Not needed',
    });
  });

  it('adds up its money by status, month and owner, and says what is late', async () => {
    const plan = (await officer.get(`/api/v1/plan/summary?assessmentId=${own.id}`).expect(200))
      .body as PlanSummaryView;
    expect(plan).toMatchObject({ budgetCents: 10_500, spentCents: 700, count: 5, unowned: 2, undated: 1 });
    expect(plan.byStatus.map(({ status, count, budgetCents }) => [status, count, budgetCents])).toEqual([
      ['planned', 4, 10_000],
      ['done', 1, 500],
      ['cancelled', 1, 90_000],
    ]);
    expect(plan.byMonth.map(({ month, budgetCents }) => [month, budgetCents])).toEqual([
      ['2020-01', 1_000],
      ['2026-01', 500],
      ['2027-01', 5_000],
      [null, 4_000],
    ]);
    expect(
      plan.byOwner.map(({ owner, count, budgetCents, overdue }) => [
        owner?.id ?? null,
        count,
        budgetCents,
        overdue,
      ]),
    ).toEqual([
      [null, 3, 7_500, 0],
      [staffId, 2, 3_000, 1],
    ]);
    expect(plan.overdue).toMatchObject({ count: 1, budgetCents: 1_000 });
    expect(plan.awaitingValidation).toMatchObject({ count: 1, spentCents: 700 });
    const sum = (rows: { budgetCents: number }[]): number =>
      rows.reduce((all, row) => all + row.budgetCents, 0);
    expect([sum(plan.byMonth), sum(plan.byOwner)]).toEqual([plan.budgetCents, plan.budgetCents]);
  });

  it.each([
    ['overdue=true', 1],
    ['overdue=false', 5],
    ['status=unfinished', 4],
    ['status=done', 1],
    ['ownerId=none', 4],
  ])('filtered by %s has %i', async (filter, count) => {
    const page = (await officer.get(`/api/v1/actions?assessmentId=${own.id}&${filter}`).expect(200))
      .body as ActionPage;
    expect([page.items.length, page.total]).toEqual([count, count]);
  });

  it('is listed by due date, what has none last, page by page', async () => {
    const dates: (string | null)[] = [];
    let cursor = '';
    do {
      const page = (await officer.get(`/api/v1/actions?assessmentId=${own.id}&limit=2${cursor}`).expect(200))
        .body as ActionPage;
      dates.push(...page.items.map(({ dueOn }) => dueOn));
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    expect(dates).toEqual(['2020-01-01', '2020-01-31', '2026-01-10', '2027-01-10', '2027-01-20', null]);
  });
});
