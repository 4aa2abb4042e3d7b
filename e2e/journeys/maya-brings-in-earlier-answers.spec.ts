import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { demoAnalysis } from '../support/analysis.js';
import { takeOut } from '../support/exports.js';
import { OwnApi } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { unique } from '../support/unique.js';
import { visit } from '../support/visit.js';

test('Maya brings answers of an earlier year in from a spreadsheet, and confirms them one by one', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'maya');
  const signed = await demoAnalysis(new OwnApi(page), 'signed');
  const workbook = await answersOf(page, signed.id);
  await begin(page, unique('The first analysis here'));

  await test.step('a file that is no list of answers is refused, and nothing is lost', async () => {
    await page.getByRole('link', { name: 'Bring in earlier answers' }).click();
    await choose(page, { name: 'assets.csv', mimeType: 'text/csv', buffer: Buffer.from('Tag,Name\nA,B') });
    await page.getByRole('button', { name: 'Look at the file' }).click();
    await expect(
      page.getByText(/The first row has no heading “Question” or “Question id”/).first(),
    ).toBeVisible();
  });

  await test.step('she looks at her list first: a row that is not understood is named with what could be answered', async () => {
    const rows = 'Question id,Answer,Risk\nS1-Q1,a,high\nS1-Q2,Perhaps,low\nS1-Q3,,\n';
    await choose(page, { name: 'by hand.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
    await page.getByRole('button', { name: 'Look at the file' }).click();
    const preview = page.getByRole('region', { name: 'What would happen' });
    await expect(preview.getByRole('status')).toContainText('One fits');
    await expect(preview.getByText('One column is not used: Risk')).toBeVisible();
    const row = preview.getByRole('listitem').filter({ hasText: 'Row 3' });
    await row.getByText('Possible answers', { exact: true }).click();
    await expect(row.getByText(/^b: /)).toBeVisible();
  });

  await test.step('another file than the one that she looked at is not taken over', async () => {
    await choose(page, workbook);
    await page.getByRole('button', { name: 'Take over one answer' }).click();
    await expect(page.getByText(/This is not the file that you looked at/).first()).toBeVisible();
  });

  await test.step('last year’s workbook fits wholly', async () => {
    await choose(page, workbook);
    await page.getByRole('button', { name: 'Look at the file' }).click();
    await page.getByRole('button', { name: /^Take over 12\d answers$/ }).click();
    await expect(page.getByText(/^12\d earlier answers stand beside their questions now/)).toBeVisible();
  });

  await test.step('each answer stands beside its question, and counts once it is confirmed', async () => {
    await page.getByRole('link', { name: 'Go to the questions' }).click();
    const card = page.getByRole('article').first();
    await expect(card.getByText('Last time, in “answers.xlsx”:')).toBeVisible();
    await expect(card.getByText('No answer yet')).toBeVisible();
    await card.getByRole('button', { name: /^Still true/ }).click();
    await expect(card.getByText(/^Saved by Maya Okafor/)).toBeVisible();
  });

  await test.step('the rest is taken away again, and what she confirmed stays', async () => {
    await page.goto(new URL('import', page.url()).href);
    await page.getByRole('button', { name: 'Take them away again' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take them away' }).click();
    await expect(page.getByText('The earlier answers are taken away.')).toBeVisible();
    await page.getByRole('link', { name: 'Questions', exact: true }).click();
    await expect(
      page
        .getByRole('article')
        .first()
        .getByText(/^Saved by Maya Okafor/),
    ).toBeVisible();
    await expect(page.getByText('Last time, in “answers.xlsx”:')).toHaveCount(0);
  });
});

interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

async function answersOf(page: Page, assessmentId: string): Promise<ChosenFile> {
  await visit(page, `/assessments/${assessmentId}`);
  const questions = page.getByRole('region', { name: 'Questions by section' });
  const download = await takeOut(page, questions, 'XLSX');
  return {
    name: download.suggestedFilename(),
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await readFile(await download.path()),
  };
}

async function begin(page: Page, title: string): Promise<void> {
  await visit(page, '/assessments/new');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel(/^Follows/).selectOption({ label: 'Nothing: it is the first' });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}

async function choose(page: Page, file: ChosenFile): Promise<void> {
  await page.getByLabel(/^Excel workbook or CSV file/).setInputFiles(file);
}
