import { expect, test } from '@playwright/test';
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

  await page.getByLabel(`Asset of ${host}`).selectOption({ label: `${asset} (${made.tag})` });
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
