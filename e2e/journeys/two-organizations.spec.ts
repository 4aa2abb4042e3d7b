import { expect, test } from '@playwright/test';
import { signIn } from '../support/people.js';

test('people of two organizations see nothing of each other', async ({ browser }) => {
  const clinic = await (await browser.newContext()).newPage();
  const billing = await (await browser.newContext()).newPage();
  await signIn(clinic, 'maya');
  await signIn(billing, 'samuel');
  await clinic.goto('/inventory?q=Digital X-ray');
  const address = await clinic
    .getByRole('link', { name: /Digital X-ray archive/ })
    .first()
    .getAttribute('href');
  expect((await clinic.request.get(address!)).status()).toBe(200);
  const foreign = await billing.goto(address!);
  expect(foreign?.status()).toBe(404);
  await expect(billing.getByText('Digital X-ray')).toHaveCount(0);
  await billing.goto('/inventory');
  await expect(billing.getByText('Claims platform').first()).toBeVisible();
  await expect(billing.getByText('Electronic health record')).toHaveCount(0);
});

test('Robert, who audits both, goes from one to the other', async ({ page }) => {
  await signIn(page, 'robert');
  await page.goto('/inventory');
  await expect(page.getByText('Claims platform').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add an asset' })).toHaveCount(0);
});

test('Alice, who works at the front desk, has no way into the registers', async ({ page }) => {
  await signIn(page, 'alice');
  expect((await page.goto('/assessments'))?.status()).toBe(403);
  expect((await page.goto('/settings/members'))?.status()).toBe(403);
});
