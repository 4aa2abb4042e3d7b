import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answerTheRest,
  decideSpecifications,
  judgeRisks,
  meetTests,
  turnDownTheRest,
} from '../support/analysis.js';
import { takeDocumentOut } from '../support/exports.js';
import { OwnApi, type Schemas } from '../support/own-api.js';
import { readPages, squeezed } from '../support/pdf.js';
import { signIn } from '../support/people.js';
import { unique } from '../support/unique.js';
import { visit } from '../support/visit.js';

/** Where the official files are, if anywhere. None of them is part of this repository. */
const REFERENCE_DATA = process.env['PART164_REFERENCE_DATA'];
const ORGANIZATION = 'Juniper Ridge Family Medicine';

interface OfficialFile {
  sections: { questions: { id: string; text: string }[] }[];
}

test.describe('An analysis on the official questions', () => {
  test.skip(
    !REFERENCE_DATA,
    'PART164_REFERENCE_DATA is not set to a folder with sra-questions.json: the official questions are not shipped.',
  );

  test('goes from the imported file to two PDFs that Daniel signed for', async ({ page, browser }) => {
    test.setTimeout(300_000);
    const bytes = readFileSync(join(REFERENCE_DATA!, 'sra-questions.json'));
    const official = JSON.parse(bytes.toString('utf8')) as OfficialFile;
    const [first, second] = official.sections[0]!.questions;

    await signIn(page, 'maya');
    const api = new OwnApi(page);
    await bringIn(page, bytes);
    const assessmentId = await begin(page, unique('Analysis on official questions'));
    await answerTwo(page, assessmentId, first!.text, second!.text);
    await answerTheRest(api, assessmentId);
    await decide(page, assessmentId);
    await decideTogether(page);
    await turnDownTheRest(api, assessmentId, 'Covered by the analysis of this year.');
    await judgeRisks(api, assessmentId, 'Priya Raman');
    await decideOnVisitors(page, assessmentId);
    await decideSpecifications(api, assessmentId);
    await meetTests(api, assessmentId);
    await submit(page, assessmentId);

    await approveAsDaniel(browser, assessmentId);

    const { status, signOff } = await api.get<Schemas['Assessment']>(`/assessments/${assessmentId}`);
    expect(status).toBe('signed');
    await visit(page, `/assessments/${assessmentId}/sign-off`);
    await expect(page.getByText(signOff!.contentHash)).toBeVisible();
    const report = await download(page, 'Risk Analysis Report (PDF)');
    const plan = await download(page, 'Remediation Plan (PDF)');
    for (const pages of [report, plan]) {
      expect(pages.join('')).toContain(squeezed(ORGANIZATION));
      for (const [index, text] of pages.entries())
        expect(text, `page ${index + 1} bears the fingerprint`).toContain(signOff!.contentHash);
    }
    expect(report.join('')).toContain(squeezed(second!.text));
    expect(report.join('')).toContain(squeezed(DESK_LOG));
  });
});

async function bringIn(page: Page, bytes: Buffer): Promise<void> {
  await visit(page, '/packs');
  const file = page.getByLabel('File', { exact: true });
  await file.setInputFiles({ name: 'sra-questions.json', mimeType: 'application/json', buffer: bytes });
  await page.getByRole('button', { name: 'Look at it' }).click();
  const preview = page.getByRole('region', { name: 'Look at it' });
  await expect(preview.getByText(/^(Can be installed|Installed already)$/)).toBeVisible();
  await expect(preview.getByText('No problem was found.')).toBeVisible();
  // Somebody may have brought it in before: a pack is for everybody in the installation.
  if (await preview.getByText('Installed already').isVisible()) return;
  await page.getByRole('button', { name: 'Install it' }).click();
  await expect(page.getByText('Installed. New assessments can use it.')).toBeVisible({ timeout: 30_000 });
}

/** Answers the id of the assessment that Maya began on the official set. */
async function begin(page: Page, title: string): Promise<string> {
  await visit(page, '/assessments/new');
  await page.getByLabel('Title').fill(title);
  await page
    .getByRole('group', { name: 'Questions' })
    .getByRole('radio', { name: /Official text/ })
    .check();
  await page.getByLabel(/^Scope/).fill('All six sites and everything in them that holds ePHI.');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

async function answerTwo(page: Page, assessmentId: string, first: string, second: string): Promise<void> {
  await page.getByRole('link', { name: 'SRA Basics' }).first().click();
  const answer = async (question: string, words: RegExp): Promise<Locator> => {
    const card = page.getByRole('article', { name: question, exact: true });
    await card.getByRole('radio', { name: words }).check();
    await expect(card.getByText(/^Saved by Maya Okafor/)).toBeVisible();
    return card;
  };
  await answer(first, /^Yes/);
  const unknown = await answer(second, /^I don.t know/);
  await expect(unknown.getByText('This is a finding now.')).toBeVisible();
  await visit(page, `/assessments/${assessmentId}/findings?q=${encodeURIComponent(second)}`);
  await expect(page.getByRole('row').filter({ hasText: second })).toContainText('Not known');
}

/** Takes the first proposal over, and turns the others of its asset down with one reason. */
async function decide(page: Page, assessmentId: string): Promise<void> {
  await visit(page, `/assessments/${assessmentId}/proposals`);
  await page
    .getByRole('button', { name: /^Add to the register: / })
    .first()
    .click();
  await expect(page.getByText('One risk is in the register.')).toBeVisible();
  const chooseAll = page.getByRole('checkbox', { name: /^Choose all of / });
  const subject = page.getByRole('main').getByRole('group').filter({ has: chooseAll }).first();
  await subject.getByRole('checkbox', { name: /^Choose all of / }).check();
  await subject.getByText('Turn chosen down').first().click();
  await subject.getByLabel('Does not apply because').fill('The maker answers for it by contract.');
  await subject.getByRole('button', { name: 'Turn chosen down' }).click();
  await expect(page.getByText(/proposals? (is|are) turned down\./)).toBeVisible();
  const states = page.getByRole('navigation', { name: 'How they stand' });
  await expect(states.getByRole('link', { name: '1 taken over' })).toBeVisible();
  await expect(states.getByRole('link', { name: /^[1-9]\d* turned down$/ })).toBeVisible();
}

/** One threat for everything that it is still open for, told before it happens; then taken back, then turned down again. */
async function decideTogether(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'By threat' }).click();
  const row = page.getByRole('table', { name: 'By threat' }).getByRole('row').nth(1);
  await row.getByRole('link').click();
  const all = page.getByRole('button', { name: /^Turn (one|\d+) down$/ });
  await expect(page.getByText(/^This decides about: /)).toBeVisible();
  await all.click();
  await expect(page.getByText('At least 3 characters.').first()).toBeVisible();
  const reason = 'The same company looks after all of these.';
  await page.getByLabel('Does not apply because').fill(reason);
  await all.click();
  await expect(page.getByText(/proposals? (is|are) turned down\./)).toBeVisible();
  await page.getByRole('button', { name: /^Take (one|\d+) back$/ }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Take (one|\d+) back$/ })
    .click();
  await expect(page.getByText(/proposals? (is|are) open again\./)).toBeVisible();
  await page.getByLabel('Does not apply because').fill(reason);
  await all.click();
  await expect(page.getByText('Nothing is open here any more.')).toBeVisible();
}

const DESK_LOG = 'The front desk walks with every visitor and keeps a log.';

/** An addressable specification that does not fit as it is written: refused without a reason, then with it. */
async function decideOnVisitors(page: Page, assessmentId: string): Promise<void> {
  await visit(page, `/assessments/${assessmentId}/specifications`);
  await page.getByRole('link', { name: 'Access control and validation procedures' }).click();
  await page.getByRole('radio', { name: /^Another measure instead/ }).check();
  await page.getByLabel(/^What is in place/).fill(DESK_LOG);
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(
    page.getByText('Write down why the specification as it stands does not fit here.').first(),
  ).toBeVisible();
  await expect(page.getByLabel(/^What is in place/)).toHaveValue(DESK_LOG);
  await page.getByLabel(/^Why the specification/).fill('Each site has one door and few people.');
  await page.getByRole('button', { name: 'Save and add evidence' }).click();
  await expect(page.getByText(/^“Access control and validation procedures” is decided\./)).toBeVisible();
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await evidence.getByText('Add evidence').first().click();
  await evidence.getByLabel(/^What it shows/).fill('The desk log of a week');
  const log = { name: 'desk-log.csv', mimeType: 'text/csv', buffer: Buffer.from('day,visitors\nMonday,4') };
  await evidence.getByLabel(/^File/).setInputFiles(log);
  await evidence.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('The evidence is added.')).toBeVisible();
  await expect(evidence.getByRole('link', { name: 'desk-log.csv' })).toBeVisible();
  await expect(evidence.getByText(/^SHA-256 [0-9a-f]{64}$/)).toBeVisible();
}

async function submit(page: Page, assessmentId: string): Promise<void> {
  await visit(page, `/assessments/${assessmentId}/sign-off`);
  await expect(page.getByText('Nothing is missing.')).toBeVisible();
  await page.getByRole('button', { name: 'Submit for sign-off' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Submit it' }).click();
  await expect(page.getByText('It waits for a colleague now.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve and sign' })).toHaveCount(0);
}

async function approveAsDaniel(browser: Browser, assessmentId: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, 'daniel');
  await visit(page, `/assessments/${assessmentId}/sign-off`);
  await page.getByRole('button', { name: 'Approve and sign' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Sign this analysis?' });
  await dialog
    .getByRole('textbox', { name: 'Statement' })
    .fill('Read with Maya on Thursday; the plan is funded.');
  await dialog.getByRole('button', { name: 'Sign it' }).click();
  await expect(page.getByText('The analysis is signed.')).toBeVisible();
  await context.close();
}

async function download(page: Page, name: string): Promise<string[]> {
  const bytes = readFileSync(await (await takeDocumentOut(page, name)).path());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  return readPages(bytes);
}
