import { expect, test, type Browser, type Page } from '@playwright/test';
import { demoAnalysis } from '../support/analysis.js';
import { OwnApi, type Schemas } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { unique } from '../support/unique.js';
import { visit } from '../support/visit.js';

test('Maya begins the next analysis from the last one: each answer is confirmed anew, and an accepted risk too', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'maya');
  const api = new OwnApi(page);
  const signed = await demoAnalysis(api, 'signed');
  const assessmentId = await begin(page, unique('Analysis of next year'), signed.title);

  await test.step('what was answered last time stands beside the question, and counts once it is confirmed', async () => {
    await page.getByRole('link', { name: 'Questions', exact: true }).click();
    const card = page.getByRole('article').first();
    await expect(card.getByText(`Last time, in “${signed.title}”:`)).toBeVisible();
    await expect(card.getByText('No answer yet')).toBeVisible();
    await card.getByRole('button', { name: /^Still true/ }).click();
    await expect(card.getByText(/^Saved by Maya Okafor/)).toBeVisible();
    await expect(card.getByRole('button', { name: /^Still true/ })).toHaveCount(0);
  });

  await test.step('what was decided about an addressable specification is confirmed, with its evidence', async () => {
    const specification = `/assessments/${assessmentId}/specifications/HSR-164-308-a-5-ii-A`;
    await visit(page, specification);
    const earlier = page.getByRole('region', { name: `Decided in “${signed.title}”` });
    await expect(earlier.getByRole('link', { name: 'security-topics.csv' })).toBeVisible();
    await earlier.getByRole('button', { name: 'It still fits' }).click();
    await expect(page.getByText('“Security reminders” is decided.')).toBeVisible();
    await visit(page, specification);
    const evidence = page.getByRole('region', { name: 'Evidence', exact: true });
    await expect(evidence.getByRole('link', { name: 'security-topics.csv' })).toBeVisible();
    await expect(evidence.getByText(`confirmed from “${signed.title}”`)).toBeVisible();
  });

  await test.step('a page says what changed since', async () => {
    await page.getByRole('link', { name: 'Changes', exact: true }).click();
    await expect(page.getByRole('heading', { name: `What changed since “${signed.title}”` })).toBeVisible();
    await expect(page.getByText('One answer is the same.')).toBeVisible();
  });

  const risk = await acceptedRisk(api, assessmentId);
  await test.step('she asks that a risk is accepted, and cannot approve it herself', async () => {
    await visit(page, `/risks/${risk.id}`);
    await page.getByRole('button', { name: 'Ask for approval' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByLabel(/^Until/).fill(inHalfAYear());
    await dialog.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(page.getByText('Approval is asked for.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);
  });

  await approveAsGrace(browser, risk.title);

  await test.step('the approval no longer fits when the risk changes', async () => {
    await visit(page, `/risks/${risk.id}`);
    const acceptance = page.getByRole('region', { name: 'Acceptance' });
    await expect(acceptance.getByText('Approved', { exact: true })).toBeVisible();
    await page.getByRole('textbox', { name: /^In your words/ }).fill('The lock is broken.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(acceptance.getByText('Changed since', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ask for approval' })).toBeVisible();
  });
});

/** Answers the id of an assessment that follows the named one. */
async function begin(page: Page, title: string, previous: string): Promise<string> {
  await visit(page, '/assessments/new');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel(/^Follows/).selectOption({ label: previous });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

async function acceptedRisk(api: OwnApi, assessmentId: string): Promise<Schemas['Risk'] & { title: string }> {
  const { scale } = await api.get<Schemas['Assessment']>(`/assessments/${assessmentId}`);
  const [likelihood, impact] = [scale.likelihood[0]!.id, scale.impact[0]!.id];
  const title = unique('The key of the closet is lent out');
  const risk = await api.post<Schemas['Risk']>('/risks', {
    assessmentId,
    title,
    inherentLikelihood: likelihood,
    inherentImpact: impact,
    residualLikelihood: likelihood,
    residualImpact: impact,
    treatment: 'accept',
    treatmentReason: 'Only those who clean have it.',
  });
  return { ...risk, title };
}

async function approveAsGrace(browser: Browser, title: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, 'grace');
  const waiting = page.getByRole('listitem').filter({ hasText: title });
  await expect(waiting).toContainText('Maya Okafor asks you to approve that this risk stays as it is.');
  await waiting.getByRole('link', { name: 'Open' }).click();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText(/^The risk is accepted until /)).toBeVisible();
  await context.close();
}

function inHalfAYear(): string {
  return new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10);
}
