import { expect, test, type Page } from '@playwright/test';
import { OwnApi } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { unique } from '../support/unique.js';
import { visit } from '../support/visit.js';

const HEAD = 'Code,Name,From,To,Other end,Encrypted on the way,Purpose';

test('Maya imports data flows from a spreadsheet, mends two bad rows, undoes, and imports again', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'maya');
  const [first, second, third] = [unique('Claims'), unique('Reminders'), unique('Results')] as const;
  const code = unique('JF').replace(' ', '-');
  const system = unique('Chart system');
  const asset = { name: system, kind: 'application', hosting: 'cloud', holdsEphi: true };
  await new OwnApi(page).post('/assets', asset);
  const row = (number: number, name: string, to: string, encrypted: string) =>
    `${code}-${number},${name},${system},${to},other,${encrypted},Payment`;
  const good = row(1, first, 'outside: Insurer', 'yes');
  const bad = [row(2, second, 'Nobody at all', 'yes'), row(3, third, 'outside: State lab', 'sort of')];
  const mended = [row(2, second, 'outside: Patients', 'yes'), row(3, third, 'outside: State lab', 'no')];

  await test.step('two bad rows are named with what to do about them', async () => {
    await bring(page, 'flows.csv', [HEAD, good, ...bad]);
    await expect(page.getByText('Look at 2 rows with bad cells')).toBeVisible();
    const table = page.getByRole('table', { name: 'Rows of flows.csv' });
    const problemsOf = (name: string) =>
      table.getByRole('row').filter({ hasText: name }).getByRole('listitem');
    await expect(problemsOf(second)).toHaveText([
      /^To: No asset or vendor of yours is called “Nobody at all”/,
    ]);
    await expect(problemsOf(third)).toHaveText([/^Encrypted on the way: /]);
  });

  await test.step('she mends them in her file and takes all three over', async () => {
    await bring(page, 'flows-mended.csv', [HEAD, good, ...mended]);
    await page.getByRole('button', { name: 'Take over 3 rows' }).click();
    await expect(page.getByText('3 added, 0 changed, 0 unchanged, 0 left out.')).toBeVisible();
    await expectFlows(page, code, [first, second, third]);
  });

  await test.step('the import is undone as a whole', async () => {
    await visit(page, '/inventory/flows/import');
    await page.getByRole('link', { name: 'flows-mended.csv' }).first().click();
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Undo it' }).click();
    await expect(page.getByText('3 taken out, 0 became what they were, 0 stayed.')).toBeVisible();
    await expectFlows(page, code, []);
  });

  await test.step('and the same list can be imported again, and once more without a change', async () => {
    await bring(page, 'flows-again.csv', [HEAD, good, ...mended]);
    await page.getByRole('button', { name: 'Take over 3 rows' }).click();
    await expect(page.getByText('3 added, 0 changed, 0 unchanged, 0 left out.')).toBeVisible();
    await bring(page, 'flows-same.csv', [HEAD, good, ...mended]);
    await expect(page.getByRole('status').filter({ hasText: '3 are unchanged' })).toBeVisible();
    await expectFlows(page, code, [first, second, third]);
  });

  await test.step('headings of her own are learned once, and between two assets of hers no other end is asked for', async () => {
    const heads = [unique('Was'), unique('Von'), unique('Nach')];
    const own = [heads.join(','), `${unique('Backup')},${system},SYS-001`];
    await bring(page, 'own-words.csv', own);
    await expect(page.getByText('First say above what the columns mean.')).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    for (const [index, meaning] of ['Name', 'From', 'To'].entries())
      await page.getByLabel(`What “${heads[index]}” means`).selectOption({ label: meaning });
    await page.getByRole('button', { name: 'Apply and judge again' }).click();
    await expect(page.getByText(/^Filled in from the rest of the row: Other end “internal”/)).toBeVisible();
    await page.getByRole('button', { name: 'Take over one row' }).click();
    await expect(page.getByText('1 added, 0 changed, 0 unchanged, 0 left out.')).toBeVisible();
    await bring(page, 'own-words-again.csv', own);
    await expect(
      page.getByText(/taken from the last list with these headings, own-words\.csv/),
    ).toBeVisible();
  });

  await test.step('text that is called a workbook is refused as none', async () => {
    await visit(page, '/inventory/flows/import');
    const buffer = Buffer.from('some words');
    await page.getByLabel('CSV file').setInputFiles({ name: 'flows.xlsx', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: 'Read the file' }).click();
    await expect(page.getByRole('alert')).toContainText('called an Excel workbook and is none');
  });
});

async function bring(page: Page, name: string, rows: string[]): Promise<void> {
  await visit(page, '/inventory/flows/import');
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** Those that the list of flows shows with this code, and no others. */
async function expectFlows(page: Page, code: string, names: string[]): Promise<void> {
  await page.goto(`/inventory/flows?q=${encodeURIComponent(code)}`);
  await expect(page.getByRole('heading', { name: 'Data flows', level: 1 })).toBeVisible();
  await expect(page.getByText(new RegExp(`^${code}-\\d$`))).toHaveCount(names.length);
  for (const name of names) await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
}
