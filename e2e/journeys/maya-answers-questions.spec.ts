import { expect, test, type Page } from '@playwright/test';
import { demoAnalysis } from '../support/analysis.js';
import { OwnApi, type Schemas } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { unique } from '../support/unique.js';
import { visit } from '../support/visit.js';

/** Maya goes on with the analysis of this year: an answer, what proves it, and what has to be done about it. */
test('Maya answers “We don’t know”, and carries the finding to an action with a date and a budget', async ({
  page,
}) => {
  await signIn(page, 'maya');
  const api = new OwnApi(page);
  const { assessmentId, sectionId, question } = await unansweredQuestion(api);
  await visit(page, `/assessments/${assessmentId}/questions/${sectionId}#${question.id}`);

  const card = page.getByRole('article', { name: question.text });
  await card.getByRole('radio', { name: /^We don.t know/ }).check();
  await expect(card.getByText('This is a finding now.')).toBeVisible();

  const note = unique('Asked Tom, waiting for the vendor');
  await card.getByRole('textbox', { name: 'Notes', exact: true }).fill(note);
  await card.getByRole('textbox', { name: 'Notes', exact: true }).blur();
  await expect(card.getByText('Saving')).toHaveCount(0);

  const evidence = unique('Letter to the vendor');
  await card.getByText('Add evidence').click();
  const form = card.getByRole('form', { name: 'Add evidence' });
  await form.getByLabel('What it shows').fill(evidence);
  await form
    .getByLabel('File')
    .setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear vendor') });
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(card.getByRole('list', { name: 'Evidence' })).toContainText(evidence);

  await page.reload();
  await expect(card.getByRole('radio', { name: /^We don.t know/ })).toBeChecked();
  await expect(card.getByRole('textbox', { name: 'Notes', exact: true })).toHaveValue(note);
  const kept = card
    .getByRole('list', { name: 'Evidence' })
    .getByRole('listitem')
    .filter({ hasText: evidence });
  const file = await page.request.get((await kept.getByRole('link').getAttribute('href'))!);
  expect(await file.text()).toBe('Dear vendor');

  const title = await titleOfFinding(api, assessmentId, sectionId, question.id);
  await visit(page, `/assessments/${assessmentId}/findings?q=${encodeURIComponent(title)}`);
  const finding = page.getByRole('row').filter({ has: page.getByRole('link', { name: question.id }) });
  await expect(finding).toContainText('Not known');
  await finding.getByRole('button', { name: 'Make it a risk' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/^R-\d+ /);

  await rateTheRisk(page);
  await planAnAction(page);
});

/** A plan that nobody has leaves nothing to ask about it; found after all, it brings back what was answered. */
test('Maya’s answer about the contingency plan leads to the questions behind it, or past them', async ({
  page,
}) => {
  await signIn(page, 'maya');
  const { id } = await new OwnApi(page).post<Schemas['Assessment']>('/assessments', {
    title: unique('Gates'),
    scope: 'The main clinic',
  });
  await visit(page, `/assessments/${id}/questions/S7`);
  const plan = page.getByRole('article', { name: /^Do you have a contingency plan/ });
  const tested = page.getByRole('article', { name: /^Do you test your contingency plan/ });
  const news = page.getByRole('status').filter({ hasText: /^Questions? / });
  await expect(tested.getByText('Not asked yet: the answer to question 1 decides')).toBeVisible();

  await plan.getByRole('radio', { name: /^Yes, it covers/ }).check();
  await expect(news).toHaveText('Questions 2, 3, 4 are asked now.');
  const note = unique('Played through in May');
  await tested.getByRole('textbox', { name: 'Notes', exact: true }).fill(note);
  await tested.getByRole('radio', { name: /^Yes, we test it/ }).check();
  await expect(tested.getByText(/^Saved by/)).toBeVisible();

  await plan.getByRole('radio', { name: /^No, we have no plan/ }).check();
  await expect(news).toHaveText('Questions 2, 3, 4 are not asked any more.');
  await expect(tested.getByRole('radio')).toHaveCount(0);
  await tested.getByText(/^Not asked, because question 1 was answered “No/).click();
  await expect(tested.getByText(note)).toBeVisible();
  await expect(page.getByText('3 questions here are not asked, because of other answers.')).toBeVisible();

  await plan.getByRole('radio', { name: /^Yes, it covers/ }).check();
  await expect(tested.getByRole('radio', { name: /^Yes, we test it/ })).toBeChecked();
  await expect(tested.getByRole('textbox', { name: 'Notes', exact: true })).toHaveValue(note);
});

test('what Maya chose and wrote before a slow page’s scripts had come is saved', async ({ page }) => {
  await signIn(page, 'maya');
  const { id } = await new OwnApi(page).post<Schemas['Assessment']>('/assessments', {
    title: unique('A slow line'),
    scope: 'The main clinic',
  });
  let come = (): void => undefined;
  const scripts = new Promise<void>((resolve) => (come = resolve));
  await page.route(/\/assets\/.*\.js/, async (route) => {
    await scripts;
    await route.continue();
  });
  await page.goto(`/assessments/${id}/questions/S7`, { waitUntil: 'commit' });
  const plan = page.getByRole('article', { name: /^Do you have a contingency plan/ });
  await plan.getByRole('radio', { name: /^No, we have no plan/ }).check();
  const note = plan.getByRole('textbox', { name: 'Notes', exact: true });
  await note.fill('Asked for last year');
  come();
  await expect(plan.getByText(/^Saved by/)).toBeVisible();
  await expect(note).toHaveValue('Asked for last year');
  await page.reload();
  await expect(plan.getByRole('radio', { name: /^No, we have no plan/ })).toBeChecked();
  await expect(note).toHaveValue('Asked for last year');
});

/** One that nobody has answered yet, of those that may be answered with not knowing. */
async function unansweredQuestion(
  api: OwnApi,
): Promise<{ assessmentId: string; sectionId: string; question: Schemas['Question'] }> {
  const { id } = await demoAnalysis(api, 'draft');
  const { sections } = await api.get<Schemas['Assessment']>(`/assessments/${id}`);
  for (const { id: sectionId } of sections) {
    const { questions } = await api.get<Schemas['QuestionnaireSection']>(
      `/assessments/${id}/sections/${sectionId}`,
    );
    const question = questions.find(
      ({ answer, asking, options }) =>
        !answer && asking === 'asked' && options.some(({ text }) => /^We don.t know/.test(text)),
    );
    if (question) return { assessmentId: id, sectionId, question };
  }
  throw new Error('Every question of this year has an answer already.');
}

async function titleOfFinding(
  api: OwnApi,
  assessmentId: string,
  sectionId: string,
  questionId: string,
): Promise<string> {
  const { questions } = await api.get<Schemas['QuestionnaireSection']>(
    `/assessments/${assessmentId}/sections/${sectionId}`,
  );
  const finding = questions.find(({ id }) => id === questionId)?.answer?.finding;
  return (await api.get<Schemas['Finding']>(`/findings/${finding!.id}`)).title;
}

async function rateTheRisk(page: Page): Promise<void> {
  const before = page.getByRole('region', { name: 'Before safeguards' });
  const now = page.getByRole('region', { name: 'With safeguards' });
  await before.getByRole('group', { name: 'Likelihood' }).getByRole('radio', { name: /^High/ }).check();
  await before.getByRole('group', { name: 'Impact' }).getByRole('radio', { name: /^High/ }).check();
  await expect(before.getByText('High', { exact: true }).first()).toBeVisible();
  await now
    .getByRole('group', { name: 'Likelihood' })
    .getByRole('radio', { name: /^Moderate/ })
    .check();
  await now.getByRole('group', { name: 'Impact' }).getByRole('radio', { name: /^High/ }).check();
  await page.getByRole('radio', { name: /^Reduce/ }).check();
  await page.getByLabel(/^Owner/).selectOption({ label: 'Priya Raman' });
  await page.getByRole('button', { name: 'Save' }).click();
  // A risk is not lower by itself: what makes the difference has to be named.
  const words = page.getByRole('textbox', { name: 'In your words' });
  await expect(words).toHaveAttribute('aria-invalid', 'true');
  await words.fill('Two people look at each change before it goes live.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: /R-\d+ is saved\./ })).toBeVisible();
  // What stands in the form is what was saved: a second press changes nothing back.
  await expect(page.getByLabel(/^Owner/).getByRole('option', { selected: true })).toHaveText('Priya Raman');
  await page.reload();
  await expect(
    now.getByRole('group', { name: 'Likelihood' }).getByRole('radio', { name: /^Moderate/ }),
  ).toBeChecked();
}

async function planAnAction(page: Page): Promise<void> {
  const action = unique('Ask every vendor for its last test');
  await page.getByRole('link', { name: 'Plan an action' }).click();
  await page.getByLabel('What is to be done').fill(action);
  await page.getByLabel(/^Owner/).selectOption({ label: 'Daniel Reyes' });
  await page.getByLabel(/^Due/).fill('2031-03-14');
  await page.getByRole('textbox', { name: /^Budget(?! a year)/ }).fill('1250');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(action);
  await visit(page, `/plan?q=${encodeURIComponent(action)}`);
  const row = page.getByRole('row').filter({ hasText: action });
  await expect(row).toContainText('Daniel Reyes');
  await expect(row).toContainText('$1,250');
  await expect(row).toContainText(/Mar(ch)? 14, 2031/);
}
