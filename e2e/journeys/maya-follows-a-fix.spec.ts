import { expect, test, type Browser, type Page } from '@playwright/test';
import { OwnApi } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { unique } from '../support/unique.js';
import { visit } from '../support/visit.js';

interface Action {
  id: string;
  number: number;
  title: string;
  version: number;
}
interface Risk {
  id: string;
  assessment: { id: string };
  residual: { level: { id: string } } | null;
}

const WHY = 'Alice shows it on the tablets themselves.';

test('Maya plans what a fix shall bring: the risk moves only when she has checked it, and what it taught is followed', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'maya');
  const api = new OwnApi(page);
  const risk = await ratedRisk(api);
  const title = unique('Encrypt the tablets');
  const first = await api.post<Action>('/actions', {
    assessmentId: risk.assessment.id,
    title: unique('Buy the tablets'),
    dueOn: inDays(60),
  });

  const action =
    await test.step('she says what is expected, and that it waits for another action', async () => {
      await visit(page, `/plan/new?riskId=${risk.id}`);
      await page.getByLabel('What is to be done').fill(title);
      await page.getByLabel(/^Owner/).selectOption({ label: 'Alice Nguyen' });
      await page.getByLabel(/^Due/).fill(inDays(30));
      await page.getByLabel(/^Budget a year/).fill('240');
      await page.getByLabel(/^Likelihood after it/).selectOption({ label: 'Very low' });
      await page.getByLabel(/^Impact after it/).selectOption({ label: 'Low' });
      await page.getByRole('button', { name: 'Plan it' }).click();
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
      await waitFor(page, first);
      await expect(page.getByRole('note')).toContainText('It is due before something that it waits for.');
      return api.get<Action>(`/actions/${new URL(page.url()).pathname.split('/').at(-1)!}`);
    });

  await test.step('a circle is refused by name, and what was typed is kept', async () => {
    await visit(page, `/plan/${first.id}`);
    await page.getByText('It waits for another action').click();
    await page.getByLabel(/^Which action/).fill(`a-${action.number}`);
    await page.getByRole('button', { name: 'Wait for it' }).click();
    const circle = `A-${first.number} → A-${action.number} → A-${first.number}`;
    await expect(page.getByText(circle).first()).toBeVisible();
    await expect(page.getByLabel(/^Which action/)).toHaveValue(`a-${action.number}`);
  });

  await test.step('its date moves with a reason, which stays with it', async () => {
    await visit(page, `/plan/${action.id}`);
    const plan = page.getByRole('form', { name: 'Plan', exact: true });
    await plan.getByLabel(/^Due/).fill(inDays(40));
    await plan.getByRole('button', { name: 'Save' }).click();
    await expect(plan.getByText('Write down why the date moves').first()).toBeVisible();
    await expect(plan.getByLabel(/^Due/)).toHaveValue(inDays(40));
    await plan.getByLabel(/^Why the date moves/).fill('The tablets come late');
    await plan.getByRole('button', { name: 'Save' }).click();
    const steps = page.getByRole('list', { name: 'Its steps' });
    await expect(steps.getByRole('listitem').filter({ hasText: 'moved the date from' })).toContainText(
      'The tablets come late',
    );
  });

  await test.step('the cell of the heat map where its risk stands lists it', async () => {
    await visit(page, `/risks?assessmentId=${risk.assessment.id}`);
    await page.getByRole('link', { name: 'One risk: likelihood High, impact High' }).click();
    await expect(page).toHaveURL(/cell=residual%3Ahigh%3Ahigh/);
    await expect(
      page.getByRole('link', { name: /likelihood High, impact High, with safeguards/ }),
    ).toBeVisible();
    await expect(page.getByRole('table').last().getByRole('row')).toHaveCount(2);
  });

  await test.step('board and timeline show it under the same filter', async () => {
    await visit(page, `/plan?assessmentId=${risk.assessment.id}`);
    await page.getByRole('link', { name: 'Board' }).click();
    const planned = page.getByRole('region', { name: /^Planned/ });
    await expect(planned.getByRole('link', { name: title })).toBeVisible();
    await expect(planned.getByText('Waits for one')).toBeVisible();
    await page.getByRole('link', { name: 'Timeline' }).click();
    await expect(page.getByRole('img', { name: /^Timeline of 2 actions/ })).toBeVisible();
    await expect(page.getByRole('row', { name: title })).toContainText('Due too early');
  });

  const done = { completedOn: inDays(-1), noEvidenceReason: WHY };
  await api.post<Action>(`/actions/${first.id}/completion`, done, first.version);
  await completeAsAlice(browser, title);

  await test.step('done moves nothing; checked by somebody else it does', async () => {
    await visit(page, `/risks/${risk.id}`);
    await expect(page.getByRole('row', { name: title })).toContainText('Very low');
    expect((await api.get<Risk>(`/risks/${risk.id}`)).residual?.level.id).toBe('high');
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: 'Check and confirm' }).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog.getByText(`The reason given: ${WHY}`)).toBeVisible();
    await expect(dialog.getByText('Today High, expected Very low.')).toBeVisible();
    await expect(dialog.getByRole('radio', { name: 'Move it to Very low' })).not.toBeChecked();
    await dialog.getByLabel('What you looked at').fill('All nine tablets');
    await dialog.getByRole('button', { name: 'I have checked it' }).click();
    await expect(dialog.getByText('Say whether it moves').first()).toBeVisible();
    await dialog.getByRole('radio', { name: 'Leave it where it is' }).check();
    await dialog.getByRole('button', { name: 'I have checked it' }).click();
    await expect(dialog.getByText('Write down why the risk stays').first()).toBeVisible();
    await dialog.getByRole('radio', { name: 'Move it to Very low' }).check();
    await dialog.getByRole('button', { name: 'I have checked it' }).click();
    await expect(page.getByText('Maya Okafor moved it from High to Very low')).toBeVisible();
    expect((await api.get<Risk>(`/risks/${risk.id}`)).residual?.level.id).toBe('very-low');
  });

  const lesson = unique('Tablet policy: encryption first');
  await test.step('she writes down what it taught, for Alice', async () => {
    await page.getByText('Write down what it taught').click();
    const form = page.getByRole('form', { name: 'Write down what it taught' });
    await form.getByLabel('What is to change').fill(lesson);
    await form.getByLabel('Who sees to it').selectOption({ label: 'Alice Nguyen' });
    await form.getByLabel('Due').fill(inDays(20));
    await form.getByRole('button', { name: 'Write it down' }).click();
    await expect(page.locator('#lessons').getByRole('link', { name: lesson })).toBeVisible();
  });
  await tickAsAlice(browser, lesson);
});

async function ratedRisk(api: OwnApi): Promise<Risk> {
  const title = unique('Analysis of the tablets');
  const { id } = await api.post<{ id: string }>('/assessments', { title, scaleId: 'nist-five-level' });
  return api.post<Risk>('/risks', {
    assessmentId: id,
    title: unique('A tablet is lost'),
    inherentLikelihood: 'very-high',
    inherentImpact: 'high',
    residualLikelihood: 'high',
    residualImpact: 'high',
    treatment: 'mitigate',
  });
}

/** Chosen from the list that follows the words. */
async function waitFor(page: Page, { number, title }: Action): Promise<void> {
  await page.getByText('It waits for another action').click();
  const field = page.getByLabel(/^Which action/);
  await field.fill(title);
  const choice = `A-${number} ${title}`;
  await expect(page.locator(`option[value="${choice}"]`)).toBeAttached();
  await field.fill(choice);
  await page.getByRole('button', { name: 'Wait for it' }).click();
  await expect(page.getByRole('link', { name: choice })).toBeVisible();
}

async function completeAsAlice(browser: Browser, title: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, 'alice');
  await page.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: 'Open' }).click();
  await page.getByRole('button', { name: 'Mark as done' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel(/^Note/).fill('All nine');
  await dialog.getByRole('button', { name: 'It is done' }).click();
  await expect(dialog.getByText('Add evidence first').first()).toBeVisible();
  await expect(dialog.getByLabel(/^Note/)).toHaveValue('All nine');
  await dialog.getByLabel('Why is there no evidence?').fill(WHY);
  await dialog.getByRole('button', { name: 'It is done' }).click();
  await expect(page.getByText('waits to be checked by somebody else')).toBeVisible();
  await context.close();
}

async function tickAsAlice(browser: Browser, lesson: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, 'alice');
  await page.getByRole('listitem').filter({ hasText: lesson }).getByRole('link', { name: 'Open' }).click();
  await expect(page.getByRole('heading', { name: lesson, level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await expect(page.getByText('It is marked as done.')).toBeVisible();
  await context.close();
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
