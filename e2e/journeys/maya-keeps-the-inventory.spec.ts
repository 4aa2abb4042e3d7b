import { expect, test } from '@playwright/test';
import { signIn } from '../support/people.js';
import { unique } from '../support/unique.js';
import { visit } from '../support/visit.js';

/** Maya lists what holds ePHI: one asset by hand, a whole spreadsheet at once. */
test.describe('Maya', () => {
  test.beforeEach(async ({ page }) => signIn(page, 'maya'));

  test('adds an asset, finds it in the list, and its history names her', async ({ page }) => {
    const name = unique('Label printer');
    await visit(page, '/inventory');
    await page.getByRole('link', { name: 'Add an asset' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('radio', { name: /^Device/ }).check();
    await page.getByLabel('Where it runs').selectOption({ label: 'On our premises' });
    await page.getByLabel(/^Site/).selectOption({ label: 'Prairie Clinic' });
    await page.getByLabel(/^Owner/).selectOption({ label: 'Priya Raman' });
    await page.getByRole('group', { name: 'Does it hold ePHI?' }).getByRole('radio', { name: 'Yes' }).check();
    await page.getByRole('button', { name: 'Add asset' }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: `${name} was added.` })).toBeVisible();

    const history = page.getByRole('list', { name: 'History' });
    await expect(history.getByRole('listitem')).toHaveCount(1);
    await expect(history.getByText('Maya Okafor')).toBeVisible();

    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel(/^Encrypted at rest/).selectOption({ label: 'Yes' });
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(history.getByRole('listitem')).toHaveCount(2);

    await visit(page, '/inventory');
    await page.getByRole('searchbox', { name: 'Name or tag' }).fill(name);
    await page.getByRole('button', { name: 'Apply' }).click();
    const rows = page.getByRole('table', { name: 'Assets' }).getByRole('row').filter({ hasText: name });
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('Prairie Clinic');
    await rows.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  });

  test('brings a spreadsheet, reads every bad cell by name, and takes over the good rows alone', async ({
    page,
  }) => {
    const [good, alsoGood, noKind, badBoth] = [
      unique('Vaccine fridge logger'),
      unique('Front desk tablet'),
      unique('Badge reader'),
      unique('Old tape drive'),
    ] as const;
    const list = [
      'Name,Kind,Where it runs,Holds ePHI,Encrypted at rest,Number of records',
      `${good},device,on-premises,yes,no,120`,
      `${noKind},gadget,on-premises,no,no,`,
      `${badBoth},media,on-premises,perhaps,yes,many`,
      `${alsoGood},device,portable,yes,yes,40`,
    ].join('\r\n');
    const fileName = `${unique('assets').replace(' ', '-')}.csv`;

    await visit(page, '/inventory/import');
    await page
      .getByLabel('CSV file')
      .setInputFiles({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(list) });
    await page.getByRole('button', { name: 'Read the file' }).click();
    await expect(page.getByRole('heading', { name: fileName, level: 1 })).toBeVisible();
    await expect(page.getByText('Look at 2 rows with bad cells')).toBeVisible();

    const table = page.getByRole('table', { name: `Rows of ${fileName}` });
    const rowOf = (name: string) => table.getByRole('row').filter({ hasText: name });
    await expect(rowOf(noKind).getByRole('listitem')).toHaveText([/^Kind: /]);
    await expect(rowOf(noKind).locator('mark')).toHaveText(['gadget']);
    await expect(rowOf(badBoth).getByRole('listitem')).toHaveText([/^Holds ePHI: /, /^Number of records: /]);
    await expect(rowOf(badBoth).locator('mark')).toHaveText(['perhaps', 'many']);
    await expect(rowOf(good).locator('mark')).toHaveCount(0);

    await page.getByRole('link', { name: 'Bad cell (2)' }).click();
    await expect(rowOf(good)).toHaveCount(0);
    await expect(rowOf(badBoth)).toHaveCount(1);

    await page.getByRole('radio', { name: /^The 2 good rows only/ }).check();
    await page.getByRole('button', { name: 'Take over 2 rows' }).click();
    await expect(page.getByText('2 added, 0 changed, 0 unchanged, 2 left out.')).toBeVisible();

    for (const [name, count] of [
      [good, 1],
      [alsoGood, 1],
      [noKind, 0],
      [badBoth, 0],
    ] as const) {
      await page.goto(`/inventory?q=${encodeURIComponent(name)}`);
      await expect(page.getByRole('link', { name, exact: true })).toHaveCount(count);
    }
  });
});
