import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAccessible } from '../support/accessible.js';
import { demoAnalysis } from '../support/analysis.js';
import { takeDocumentOut } from '../support/exports.js';
import { OwnApi } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { unique } from '../support/unique.js';
import { visit } from '../support/visit.js';

/** Maya Okafor is the compliance officer of a six-site clinic; her analysis of this year is half done. */
test.describe('Maya', () => {
  test.beforeEach(async ({ page }) => signIn(page, 'maya'));

  test('sees at home what is overdue, what is due, and the next step that the rule asks for', async ({
    page,
  }) => {
    await expect(page.getByRole('heading', { name: 'Overdue' })).toBeVisible();
    await expect(page.getByText('45 CFR').first()).toBeVisible();
    await expectAccessible(page);
  });

  test('is told by field what is wrong, and keeps what she typed', async ({ page }) => {
    await page.goto('/inventory/assets/new');
    await page.getByLabel('What it does').fill('Half a thought');
    await page.getByRole('button', { name: 'Add asset' }).click();
    await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
    await expect(page.getByLabel('What it does')).toHaveValue('Half a thought');
  });

  test('loses the connection while she saves, keeps the page and what she typed, and sends it again', async ({
    page,
    context,
  }) => {
    await visit(page, '/inventory/assets/new');
    const name = unique('Typed offline');
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('radio', { name: /^Device/ }).check();
    await page.getByLabel('Where it runs').selectOption({ label: 'On our premises' });
    await page.getByRole('group', { name: 'Does it hold ePHI?' }).getByRole('radio', { name: 'No' }).check();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Add asset' }).click();
    const notice = page.getByRole('alert').filter({ hasText: 'The server does not answer' });
    await expect(notice).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(name);
    await expectAccessible(page);
    await context.setOffline(false);
    await notice.getByRole('button', { name: 'Send it again' }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(notice).toBeHidden();
  });

  test('sees where ePHI flows, as a diagram and as an equal list', async ({ page }) => {
    await page.goto('/inventory/flows');
    await expect(page.getByText('Reminders to patients').first()).toBeVisible();
    await expectAccessible(page);
    await page.goto('/inventory/diagram');
    await expect(page.locator('.react-flow__node').first()).toBeVisible({ timeout: 20_000 });
  });

  test('holds both PDFs of the analysis that was signed last year', async ({ page }) => {
    await page.goto('/assessments');
    await expectAccessible(page);
    const { title } = await demoAnalysis(new OwnApi(page), 'signed');
    await page.getByRole('link', { name: title }).first().click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expectAccessible(page);
    for (const name of ['Risk Analysis Report (PDF)', 'Remediation Plan (PDF)']) {
      const download = await takeDocumentOut(page, name, 'An audit');
      expect(download.suggestedFilename()).toMatch(/\.pdf$/);
      expect(
        readFileSync(await download.path())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
      await expect(page.getByText(/\.pdf is saved\.$/).first()).toBeVisible();
    }
  });
});
