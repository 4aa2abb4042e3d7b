import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible.js';
import { signIn } from '../support/people.js';

/** Maya Okafor is the compliance officer of a six-site clinic; her analysis of this year is half done. */
test.describe('Maya', () => {
  test.beforeEach(async ({ page }) => signIn(page, 'maya'));

  test('sees at home what is overdue, what is due, and the next step that the rule asks for', async ({ page }) => {
    await expect(page.getByRole('heading', { name: 'Overdue' })).toBeVisible();
    await expect(page.getByText('45 CFR').first()).toBeVisible();
    await expectAccessible(page);
  });

  test('adds an asset, and finds it with its history', async ({ page }) => {
    const name = `Infusion pumps ${Date.now()}`;
    await page.goto('/inventory/assets/new');
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByRole('radio', { name: 'Device' }).check();
    await page.getByLabel('Where it runs').selectOption({ label: 'On our premises' });
    await page.getByRole('group', { name: 'Does it hold ePHI?' }).getByLabel('Yes').check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add asset' }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expectAccessible(page);
  });

  test('is told by field what is wrong, and keeps what she typed', async ({ page }) => {
    await page.goto('/inventory/assets/new');
    await page.getByLabel('What it does').fill('Half a thought');
    await page.getByRole('button', { name: 'Add asset' }).click();
    await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
    await expect(page.getByLabel('What it does')).toHaveValue('Half a thought');
  });

  test('brings a list, sees the bad cell named, and takes over the good row', async ({ page }) => {
    const tag = `CSV-${Date.now()}`;
    await page.goto('/inventory/import');
    await page.getByLabel('CSV file').setInputFiles({
      name: 'assets.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Tag,Name,Kind,Hosting,Holds ePHI\n${tag},Label printer,device,on-premises,yes\nCSV-BAD,Mystery,spaceship,on-premises,yes\n`),
    });
    await page.getByRole('button', { name: 'Read the file' }).click();
    await expect(page.getByRole('table').getByText('spaceship').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('radio', { name: /good row/ }).check();
    await page.getByRole('button', { name: /Take over/ }).click();
    await expect(page.getByText('The list is in the inventory')).toBeVisible({ timeout: 30_000 });
    await page.goto(`/inventory?q=${tag}`);
    await expect(page.getByText('Label printer').first()).toBeVisible();
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
    await page.getByRole('link', { name: 'Security risk analysis, last year' }).first().click();
    await expect(page.getByRole('heading', { name: 'Security risk analysis, last year' })).toBeVisible();
    await expectAccessible(page);
    for (const name of ['Risk Analysis Report (PDF)', 'Remediation Plan (PDF)']) {
      const href = await page.getByRole('link', { name }).first().getAttribute('href');
      const answer = await page.request.get(href!);
      expect(answer.status()).toBe(200);
      expect(answer.headers()['content-type']).toContain('application/pdf');
      expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  test('goes on with this year: answers, and “we don’t know” becomes a finding', async ({ page }) => {
    await page.goto('/assessments');
    await page.getByRole('link', { name: 'Security risk analysis, this year' }).first().click();
    await page.getByRole('link', { name: /Protect the data|Places|places/ }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel(/We don.t know/).last().check();
    await expect(page.getByText(/Saved/).first()).toBeVisible();
    await expect(page.getByText('This is a finding now.').first()).toBeVisible();
  });
});
