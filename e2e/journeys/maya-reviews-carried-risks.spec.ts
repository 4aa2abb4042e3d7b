import { expect, test } from '@playwright/test';
import { demoAnalysis } from '../support/analysis.js';
import { OwnApi, type Schemas } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { visit } from '../support/visit.js';

test('Maya reviews the risks that came from last year, and sees how the register went since', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'maya');
  const api = new OwnApi(page);
  const draft = await demoAnalysis(api, 'draft');
  const signed = await demoAnalysis(api, 'signed');
  const due = `/risks?assessmentId=${draft.id}&review=due`;
  const [first, second] = (await api.get<Schemas['RiskPage']>(due)).items;

  await test.step('the analysis before says where its risks went', async () => {
    await visit(page, `/risks?assessmentId=${signed.id}`);
    await page.getByRole('main').getByRole('link', { name: draft.title, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(draft.id));
    await expect(page.getByText('Carried over, not reviewed yet').first()).toBeVisible();
  });

  await test.step('one is confirmed on its own page, with the reason', async () => {
    await visit(page, `/risks/${first!.id}`);
    const from = page.getByRole('region', { name: 'From the analysis before' });
    await expect(from.getByRole('link', { name: signed.title })).toBeVisible();
    await from.getByRole('button', { name: 'Confirm the rating' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByLabel(/^Why it still holds/).fill('All eighteen laptops were looked at in May.');
    await dialog.getByRole('button', { name: 'Confirm the rating' }).click();
    await expect(from.getByText(/^Rating confirmed, Maya Okafor, /)).toBeVisible();
    await expect(from.getByText('All eighteen laptops were looked at in May.')).toBeVisible();
    await expect(from.getByRole('button', { name: 'Confirm the rating' })).toHaveCount(0);
  });

  await test.step('the others are confirmed together, once something is ticked', async () => {
    await visit(page, `/risks/review?assessmentId=${draft.id}`);
    await expect(page.getByRole('link', { name: first!.title })).toHaveCount(0);
    await page
      .getByLabel(/^Why it still holds/)
      .fill('The transfer was stopped, the vendor has not answered.');
    await page.getByRole('button', { name: 'Confirm the ticked ones' }).click();
    await expect(page.getByText('Choose at least one.').first()).toBeVisible();
    await page.getByRole('checkbox', { name: new RegExp(`^Choose R-${second!.number} `) }).check();
    await page.getByRole('button', { name: 'Confirm the ticked ones' }).click();
    await expect(page.getByText('One risk is reviewed.')).toBeVisible();
    await expect(page.getByText('Every carried risk is reviewed')).toBeVisible();
  });

  await test.step('the trend sets what was signed against today', async () => {
    await visit(page, '/risks');
    await page.getByRole('link', { name: 'Trend and top risks' }).click();
    const table = page.getByRole('table', { name: 'Open risks by level, with safeguards and before them' });
    const rowOf = (words: string | RegExp) => table.getByRole('row').filter({ hasText: words });
    await expect(rowOf(signed.title)).toHaveCount(1);
    await expect(rowOf(/^Now/)).toHaveCount(1);
    await expect(page.getByRole('table', { name: 'The top ten now' }).getByRole('row')).toHaveCount(11);
  });
});
