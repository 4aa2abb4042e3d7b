import { expect, test } from '@playwright/test';
import { OwnApi } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { visit } from '../support/visit.js';

interface Records {
  items: { id: string; name: string; code: string; href: string }[];
}

test('Maya reviews what nobody looked at for a year, and finds a change needed', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'maya');
  const api = new OwnApi(page);
  const due = '/record-reviews?state=due&type=vendor';
  const [vendor] = (await api.get<Records>(due)).items;
  const assets = '/record-reviews?type=asset&state=not-due&sort=name&limit=2';
  const [first, second] = (await api.get<Records>(assets)).items;

  await test.step('what is due is listed, and nothing is reviewed without a finding and a reason', async () => {
    await visit(page, '/reviews?state=due&type=vendor');
    await expect(page.getByRole('heading', { name: 'Records to review', level: 1 })).toBeVisible();
    await page.getByRole('checkbox', { name: `Choose ${vendor!.name}` }).check();
    await page.getByRole('button', { name: 'Record the review' }).click();
    await expect(page.getByText('Choose what you found.').first()).toBeVisible();
    await expect(page.getByRole('checkbox', { name: `Choose ${vendor!.name}` })).toBeChecked();
  });

  await test.step('once both are said it is due no more', async () => {
    await page.getByRole('radio', { name: /^Still right/ }).check();
    await page.getByLabel(/^Why/).fill('Read the contract and the agreement again.');
    await page.getByRole('button', { name: 'Record the review' }).click();
    await expect(page.getByText('One record is reviewed.')).toBeVisible();
    await expect(page.getByRole('link', { name: vendor!.name, exact: true })).toHaveCount(0);
  });

  await test.step('what somebody changed meanwhile is named and left, the other one is reviewed', async () => {
    await visit(page, '/reviews?type=asset&state=not-due&sort=name');
    await page.getByRole('button', { name: 'Tick all on this page' }).click();
    for (const tick of await page.getByRole('checkbox').all()) await tick.uncheck();
    for (const { code, name } of [first!, second!])
      await page.getByRole('checkbox', { name: `Choose ${code} ${name}` }).check();
    const seen = await api.get<{ version: number }>(`/assets/${first!.id}`);
    await api.patch(`/assets/${first!.id}`, { location: 'Room 4' }, seen.version);
    await page.getByRole('radio', { name: /^Needs a change/ }).check();
    await page.getByLabel(/^Why/).fill('It stands in another room now.');
    await page.getByRole('button', { name: 'Record the review' }).click();
    const left = `One record is reviewed. One is left as it is: ${first!.name} (changed meanwhile).`;
    await expect(page.getByText(left)).toBeVisible();
  });

  await test.step('a change that is needed is made before the record counts as right', async () => {
    await visit(page, second!.href);
    const section = page.getByRole('region', { name: 'Yearly review' });
    await expect(section.getByText(/^Needs a change, Maya Okafor, /).first()).toBeVisible();
    await section.getByRole('button', { name: 'Review it' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('radio', { name: /^Still right/ }).check();
    await dialog.getByLabel(/^Why/).fill('It is where it is said to be.');
    await dialog.getByRole('button', { name: 'Record the review' }).click();
    await expect(dialog.getByText(/nothing was changed since/)).toBeVisible();
    await expect(dialog.getByLabel(/^Why/)).toHaveValue('It is where it is said to be.');
    const seen = await api.get<{ version: number }>(`/assets/${second!.id}`);
    await api.patch(`/assets/${second!.id}`, { location: 'Room 5' }, seen.version);
    await visit(page, second!.href);
    await expect(section.getByText('Changed since')).toBeVisible();
    await section.getByRole('button', { name: 'Review it' }).click();
    await dialog.getByRole('radio', { name: /^Still right/ }).check();
    await dialog.getByLabel(/^Why/).fill('The record names the new room.');
    await dialog.getByRole('button', { name: 'Record the review' }).click();
    await expect(section.getByText(/^Still right, Maya Okafor, /).first()).toBeVisible();
    await expect(section.getByText('Changed since')).toHaveCount(0);
  });

  await test.step('the log tells of it', async () => {
    await visit(page, '/audit?action=record.reviewed');
    await expect(
      page.getByRole('row', { name: new RegExp(`reviewed.*${vendor!.name}`) }).first(),
    ).toBeVisible();
  });
});
