import { readFile } from 'node:fs/promises';
import { expect, test, type Download } from '@playwright/test';
import { expectAxeFindsNothing, expectNotClipped, expectNoSidewaysScroll } from '../support/accessible.js';
import { demoAnalysis } from '../support/analysis.js';
import { takeOut } from '../support/exports.js';
import { OwnApi } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { visit } from '../support/visit.js';

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

test('Robert takes tables out for an audit, and the log keeps what for', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'robert');

  await test.step('what leaves is what the filters leave', async () => {
    await visit(page, '/inventory?kind=device');
    const download = await takeOut(page, page.getByRole('main'), 'CSV', 'An audit');
    expect(download.suggestedFilename()).toBe('assets.csv');
    const [, ...rows] = (await textOf(download)).trim().split('\n');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toContain(',Device,');
  });

  await test.step('his choice is there the next time, and the keyboard is enough', async () => {
    await visit(page, '/risks');
    await page.getByRole('main').locator('summary').filter({ hasText: 'Export' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const purpose = page.getByLabel('What is it for?');
    await expect(purpose).toBeFocused();
    await expect(purpose).toHaveValue('audit');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const button = page.getByRole('button', { name: 'XLSX', exact: true });
    await expect(button).toBeFocused();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('risk-register.xlsx');
  });

  await test.step('what is open can be read, in light and dark and on a narrow screen', async () => {
    await expectAxeFindsNothing(page);
    await page.setViewportSize({ width: 320, height: 568 });
    await expectNotClipped(page.getByRole('form', { name: 'Export the table' }), 'the export');
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  await test.step('the log says who took what, and for what', async () => {
    await visit(page, '/audit?action=risk.exported');
    await expect(page.getByText('exported the risk register for an audit').first()).toBeVisible();
  });
});

test('Maya takes out what an analysis rests on', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'maya');
  const { id } = await demoAnalysis(new OwnApi(page), 'draft');
  const tables: [path: string, part: string | null, file: string, says: RegExp][] = [
    [`/assessments/${id}/changes`, '^What changed since', 'changes-since-last-analysis.csv', /Answer,Worse,/],
    [`/assessments/${id}/scope`, '^Left out of scope', 'left-out-of-scope.csv', /Why it is left out/],
    [`/assessments/${id}/proposals?state=dismissed`, null, 'proposed-threats.csv', /,Turned down,/],
    ['/plan', '^Money and dates', 'money-of-the-plan.csv', /By month,2026-\d\d,/],
    ['/plan/board?status=validated', null, 'remediation-plan.csv', /,Checked,/],
    ['/plan/timeline', null, 'remediation-plan.csv', /,Planned,/],
    ['/plan/lessons', null, 'lessons.csv', /Who sees to it/],
    ['/risks/trend', '^Open risks by level', 'risk-trend.csv', /Risks with safeguards/],
  ];
  for (const [path, part, file, says] of tables) {
    await visit(page, path);
    const main = page.getByRole('main');
    const within = part === null ? main : main.getByRole('region', { name: new RegExp(part) });
    const download = await takeOut(page, within, 'CSV', 'An audit');
    expect(download.suggestedFilename()).toBe(file);
    expect(await textOf(download), path).toMatch(says);
  }
});

test('A table leaves without a script, too, and not before it is said what for', async ({
  baseURL,
  browser,
  page,
}) => {
  await signIn(page, 'robert');
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto('/vendors');
  await plain.locator('main summary').filter({ hasText: 'Export' }).click();
  // Where it is not said, the browser holds it back.
  await expect(plain.locator('select[name=purpose]:invalid')).toHaveCount(1);
  await plain.getByLabel('What is it for?').selectOption({ label: 'A regulator' });
  const [download] = await Promise.all([
    plain.waitForEvent('download'),
    plain.getByRole('button', { name: 'CSV', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('vendors.csv');
  await context.close();
});
