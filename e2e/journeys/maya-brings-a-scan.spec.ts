import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.js';
import { OwnApi } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { unique } from '../support/unique.js';
import { visit } from '../support/visit.js';

/** Maya brings in what the scanner exported, says whose an unknown host is, and decides on what it found. */
test('Maya brings a scan, gives a host to its asset, takes it over and notes a weak point as fixed', async ({
  page,
}) => {
  await signIn(page, 'maya');
  const asset = unique('Ultrasound console');
  const host = `${unique('us').replace(/\W+/g, '-').toLowerCase()}.juniper.example`;
  const weakness = unique('Old web server');
  const made = await new OwnApi(page).post<{ id: string; tag: string }>('/assets', {
    name: asset,
    kind: 'device',
    hosting: 'on-premises',
    holdsEphi: true,
  });
  const list = [
    'Host,Plugin ID,Name,Risk,CVSS v3.0 Base Score,Port,CVE,See Also',
    `${host},${Date.now()},${weakness},High,8.8,443,CVE-2026-1234,x`,
    `${host},2,Broken row,dreadful,,443,,x`,
  ].join('\r\n');

  await visit(page, '/inventory/vulnerabilities');
  await page.getByRole('link', { name: 'Bring in a scan' }).click();
  await page
    .getByLabel('SARIF or CSV file')
    .setInputFiles({ name: 'november.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByRole('heading', { name: 'november.csv', level: 1 })).toBeVisible();
  await expect(page.getByText('One column is ignored: See Also')).toBeVisible();
  const results = page.getByRole('table', { name: 'Results of november.csv' });
  await expect(results.getByText('Risk: This is not one of the known words')).toBeVisible();
  await expectAccessible(page);

  await nameAsset(page, `Asset of ${host}`, asset, `${made.tag} ${asset}`);
  await page.getByRole('button', { name: 'Save and look again' }).click();
  await expect(page.getByText('You said so')).toBeVisible();
  await expect(page.getByText('One is new')).toBeVisible();
  await page.getByRole('button', { name: 'Take the scan over' }).click();
  await expect(page.getByText('The scan is taken over').first()).toBeVisible();
  await expect(page.getByText(/^1 new, 0 known, .* 1 left out/)).toBeVisible();

  await visit(page, `/inventory/assets/${made.id}`);
  await page.getByRole('table', { name: 'Vulnerabilities' }).getByRole('link', { name: weakness }).click();
  await expect(page.getByRole('heading', { name: weakness, level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'It is fixed' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Is it fixed?' });
  await dialog.getByLabel('Reason').fill('Updated to the newest version');
  await dialog.getByRole('button', { name: 'It is fixed' }).click();
  await expect(page.getByText('It is noted as fixed.')).toBeVisible();
  const history = page.getByRole('list', { name: 'What became of it' });
  await expect(history.getByRole('listitem')).toHaveCount(2);
  await expect(history.getByText('Updated to the newest version')).toBeVisible();
});

/** Maya brings what a scanner of code found, says which application it is about, and takes it all back. */
test('Maya chooses one asset for a scan of code that names no host, and undoes the scan', async ({
  page,
}) => {
  await signIn(page, 'maya');
  const asset = unique('Intake forms');
  const weakness = unique('Cookie without a lock');
  const made = await new OwnApi(page).post<{ id: string; tag: string }>('/assets', {
    name: asset,
    kind: 'application',
    hosting: 'cloud',
    holdsEphi: true,
  });
  await visit(page, '/inventory/scans');
  await page.getByLabel('SARIF or CSV file').setInputFiles({
    name: 'code.sarif',
    mimeType: 'application/json',
    buffer: Buffer.from(codeScan(weakness)),
  });
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByText('2 results name no host')).toBeVisible();
  await expect(page.getByText('2 have no asset')).toBeVisible();
  await expectAccessible(page);

  // What nobody is called is refused at the field, and stays there.
  const field = page.getByLabel(/^Asset of run 1/);
  await field.fill('No such thing at all');
  await page.getByRole('button', { name: 'Save and look again' }).click();
  await expect(page.getByText(/^Nothing has this name or tag/).first()).toBeVisible();
  await expect(field).toHaveValue('No such thing at all');
  await nameAsset(page, 'Asset of run 1', asset, `${made.tag} ${asset}`);
  await page.getByRole('button', { name: 'Save and look again' }).click();
  await expect(page.getByText('2 are new')).toBeVisible();
  await page.getByRole('button', { name: 'Take the scan over' }).click();
  await expect(page.getByText(/^2 results of run 1 \(Semgrep\), as you chose, went to/)).toBeVisible();
  const scan = page.url();

  // One of them is decided on: it stays, and the other one goes.
  await visit(page, `/inventory/vulnerabilities?q=${encodeURIComponent(weakness)}`);
  await page.getByRole('link', { name: weakness, exact: true }).click();
  await page.getByRole('button', { name: 'It is fixed' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Is it fixed?' });
  await dialog.getByLabel('Reason').fill('The cookie has its lock');
  await dialog.getByRole('button', { name: 'It is fixed' }).click();
  await expect(page.getByText('It is noted as fixed.')).toBeVisible();

  await page.goto(scan);
  await expect(
    page.getByText('1 would be taken out, 0 would become what they were, 1 would stay.'),
  ).toBeVisible();
  await expect(page.getByText(`${weakness}: somebody decided on it since.`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo this file' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo it' }).click();
  await expect(page.getByRole('heading', { name: 'The file was undone' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('1 taken out, 0 became what they were, 1 stayed.')).toBeVisible();

  // The list is narrowed to the asset by typing its name.
  await visit(page, '/inventory/vulnerabilities');
  await page.getByText('More filters').click();
  await nameAsset(page, 'Asset', asset, `${made.tag} ${asset}`);
  await page.getByRole('button', { name: 'Apply' }).click();
  const list = page.getByRole('table', { name: 'Vulnerabilities' });
  await expect(list.getByRole('link', { name: weakness })).toBeVisible();
  await expect(list.getByRole('rowheader')).toHaveCount(1);
  await expect(page).toHaveURL(/assetId=ast_/);
});

function codeScan(weakness: string): string {
  const at = (uri: string) => [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 4 } } }];
  const rules = [
    { id: weakness, shortDescription: { text: weakness } },
    { id: `${weakness} two`, shortDescription: { text: 'Error page tells too much' } },
  ];
  const results = rules.map(({ id }, index) => ({
    ruleId: id,
    ruleIndex: index,
    level: 'warning',
    message: { text: 'Seen in the code.' },
    locations: at(`forms/${index}.js`),
  }));
  return JSON.stringify({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Semgrep', rules } }, results }],
  });
}

/** Types some of a name by keys, waits until the list offers it, and takes what it offers. */
async function nameAsset(page: Page, label: string, words: string, offered: string): Promise<void> {
  const field = page.getByLabel(new RegExp(`^${label.replaceAll('.', '\\.')}`));
  await field.fill('');
  await field.pressSequentially(words);
  const listOf = () =>
    field.evaluate((input: HTMLInputElement) => [...(input.list?.options ?? [])].map(({ value }) => value));
  await expect.poll(listOf).toContain(offered);
  await field.fill(offered);
}
