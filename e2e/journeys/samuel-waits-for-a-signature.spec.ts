import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible.js';
import { signIn } from '../support/people.js';

/** Samuel Carter prepared and submitted the analysis of a billing company: somebody else has to sign it. */
test('Samuel may not sign what he prepared himself', async ({ page }) => {
  await signIn(page, 'samuel');
  await page.goto('/assessments');
  await page.getByRole('link', { name: 'Security risk analysis' }).first().click();
  await page.getByRole('link', { name: 'Sign-off' }).first().click();
  await expect(page.getByRole('heading', { name: 'Sign-off' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve and sign' })).toHaveCount(0);
  await expectAccessible(page);
});
