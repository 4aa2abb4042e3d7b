import type { Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { answerAs, questionOf, showAssessment, startAssessment } from '../assessments.spec-kit.js';

let test: TestApp;
let officer: Agent;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.signIn('compliance-officer');
});
afterAll(() => test.close());

describe('an analysis that follows another one', () => {
  it('shows what was answered last time, and counts none of it until somebody confirms it', async () => {
    const before = await startAssessment(officer, { title: 'Analysis of last year' });
    await answerAs(officer, before.id, 'S1-Q1', 'in-place', 'Report of 3 May, by Ana');
    const { id } = await startAssessment(officer, { previousId: before.id });
    const question = await questionOf(officer, id, 'S1-Q1');
    expect(question).toMatchObject({
      answer: null,
      earlier: {
        optionId: 'a',
        standing: 'in-place',
        notes: 'Report of 3 May, by Ana',
        answeredBy: { name: 'compliance-officer of Alder Family Clinic' },
        assessment: { id: before.id, title: 'Analysis of last year' },
      },
    });
    expect((await questionOf(officer, id, 'S1-Q2')).earlier).toBeNull();
    expect((await showAssessment(officer, id)).progress.answered).toBe(0);
    // A later change of the earlier answer, and one's own answer, leave the other alone.
    await answerAs(officer, id, 'S1-Q1', 'partial', 'Two sites are missing');
    expect((await questionOf(officer, before.id, 'S1-Q1')).answer).toMatchObject({ standing: 'in-place' });
    expect((await questionOf(officer, id, 'S1-Q1')).earlier).toMatchObject({ standing: 'in-place' });
  });

  it('has nothing to show where another set was asked, or nothing went before', async () => {
    const before = await startAssessment(officer);
    await answerAs(officer, before.id, 'S1-Q1', 'gap');
    const other = await startAssessment(officer, {
      previousId: before.id,
      questionnaire: { pack: 'security-activities', version: '2026.1' },
    });
    expect((await questionOf(officer, other.id, 'K1-Q1')).earlier).toBeNull();
    const first = await startAssessment(officer);
    expect((await questionOf(officer, first.id, 'S1-Q1')).earlier).toBeNull();
  });
});
