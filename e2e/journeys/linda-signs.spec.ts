import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible.js';
import { signIn } from '../support/people.js';

/** Samuel Carter prepared and submitted the analysis of a billing company; Linda Marsh, its head, signs. */
test.describe.configure({ mode: 'serial' });

test('Samuel may not sign what he prepared himself', async ({ page }) => {
  await signIn(page, 'samuel');
  await page.goto('/assessments');
  await page.getByRole('link', { name: 'Security risk analysis' }).first().click();
  await page.getByRole('link', { name: 'Sign-off' }).first().click();
  await expect(page.getByRole('heading', { name: 'Sign-off' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve and sign' })).toHaveCount(0);
  await expectAccessible(page);
});

test('Linda reads it, signs it, and holds the report with its fingerprint', async ({ page }) => {
  await signIn(page, 'linda');
  await page.goto('/assessments');
  await page.getByRole('link', { name: 'Security risk analysis' }).first().click();
  await page.getByRole('link', { name: 'Sign-off' }).first().click();
  await page.getByRole('button', { name: 'Approve and sign' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Read with Samuel and Nadia on Tuesday. The plan has its money, and I stand by it.');
  await dialog.getByRole('button', { name: 'Sign it' }).click();
  await expect(page.getByText(/[0-9a-f]{64}/).first()).toBeVisible();
  await expectAccessible(page);
});

test('Samuel is told in his mailbox', async ({ page }) => {
  await signIn(page, 'samuel');
  await expect(async () => {
    await page.goto('/mailbox');
    await expect(page.getByRole('link', { name: /signed|approved/i }).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expectAccessible(page);
});
