import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.js';
import { signIn, type PersonName } from '../support/people.js';
import { unique } from '../support/unique.js';
import { visit } from '../support/visit.js';

async function pageOf(page: Page, person: PersonName): Promise<Page> {
  const context = await page.context().browser()!.newContext();
  const own = await context.newPage();
  await signIn(own, person);
  return own;
}

async function toPart(page: Page, part: 'Board' | 'Clocks and notices' | 'Is it a breach?' | 'Log') {
  const parts = page.getByRole('navigation', { name: 'Parts of the incident' });
  await parts.getByRole('link', { name: part }).click();
  await expect(parts.getByRole('link', { name: part })).toHaveAttribute('aria-current', 'page');
}

/** 612 people in two States: from the report at the front desk to the second signature under the closing. */
test('Priya runs an incident from the first report to its closing', async ({ page }) => {
  test.setTimeout(240_000);
  const title = unique('Laptop gone from a car');
  const alice = await pageOf(page, 'alice');

  await test.step('Alice reports it from the front desk', async () => {
    await visit(alice, '/incidents');
    await alice.getByRole('link', { name: 'Report an incident' }).first().click();
    await alice.getByLabel('Lost or stolen device').check();
    await alice.getByLabel('In a few words').fill(title);
    await alice.getByRole('button', { name: 'Send the report' }).click();
    await expect(alice.getByLabel('In a few words')).toHaveValue(title);
    await alice
      .getByLabel('What do you know?')
      .fill('It was in the back seat overnight, with the list of the day.');
    await alice.getByRole('radio', { name: 'Yes', exact: true }).check();
    await alice.getByRole('button', { name: 'Send the report' }).click();
    await expect(alice.getByText(/Your report is I-\d+; the team has it\./)).toBeVisible();
    await expect(alice.getByText(title)).toBeVisible();
    await expectAccessible(alice);
  });

  await signIn(page, 'priya');
  await test.step('Priya takes it, says how severe it is, and names the team', async () => {
    await visit(page, '/incidents');
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByText('Each affected individual')).toBeVisible();
    await page.getByRole('button', { name: 'Move to Triage' }).click();
    await expect(page.getByText('It is in “Triage” now.')).toBeVisible();
    const triage = page.getByRole('region', { name: 'Triage' });
    await triage.getByText('Change', { exact: true }).click();
    await triage.getByRole('radio', { name: /^High/ }).check();
    await triage.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
    const team = page.getByRole('region', { name: 'Team' });
    await team.getByText('Give or hand over', { exact: true }).first().click();
    await team.getByLabel('Role').selectOption('Commander');
    await team.getByLabel('To', { exact: true }).selectOption('Priya Raman');
    await team.getByRole('button', { name: 'Give or hand over' }).click();
    await expect(page.getByText('Commander is handed over.')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('she contains it, with a task and a line in the log', async () => {
    await page.getByRole('button', { name: 'Move to Contain' }).click();
    await page.getByText('Add a task', { exact: true }).first().click();
    await page.getByLabel('What is to be done').fill('Wipe the laptop from afar');
    await page.getByRole('button', { name: 'Add a task' }).click();
    await page.getByRole('button', { name: 'Done: Wipe the laptop from afar' }).click();
    await expect(
      page.getByRole('button', { name: 'To do after all: Wipe the laptop from afar' }),
    ).toBeVisible();
    await toPart(page, 'Log');
    await page.getByRole('radio', { name: 'Action' }).check();
    await page.getByLabel('What happened, was decided or done?').fill('Reported to the police, case 4411.');
    await page.getByLabel(/^When it happened/).fill('2026-01-02');
    await page.getByRole('button', { name: 'Write it down' }).click();
    await expect(page.getByLabel(/^When it happened/)).toHaveAccessibleDescription(/a day and a time/);
    await page.getByLabel(/^At what time/).fill('02:10');
    await page.getByRole('button', { name: 'Write it down' }).click();
    await expect(page.getByText('Reported to the police, case 4411.')).toBeVisible();
    await expect(page.getByText('Jan 2, 2026, 2:10 AM')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('she counts 612 people in two States, and the media are to be told in one', async () => {
    await toPart(page, 'Clocks and notices');
    await page.getByText('Count the people', { exact: true }).click();
    const form = page.getByRole('form', { name: 'Count the people' });
    await form.getByLabel('Individuals, all together').fill('612');
    await form.getByLabel(/^Of them by State/).fill('CO 540\nUtah 72');
    await form
      .getByLabel('Why do the facts change?')
      .fill('The list of the day was matched with the schedule.');
    await form.getByRole('button', { name: 'Save the count' }).click();
    await expect(form.getByLabel(/^Of them by State/)).toHaveAccessibleDescription(/two letters/);
    await form.getByLabel(/^Of them by State/).fill('CO 540\nUT 720');
    await form.getByRole('button', { name: 'Save the count' }).click();
    await expect(form.getByLabel(/^Of them by State/)).toHaveAttribute('aria-invalid', 'true');
    await form.getByLabel(/^Of them by State/).fill('CO 540\nUT 72');
    await form.getByRole('button', { name: 'Save the count' }).click();
    await expect(page.getByText('Saved. The days follow.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Prominent media in CO' })).toBeVisible();
    await expect(page.getByRole('heading', { name: /Prominent media in UT/ })).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('she decides with reasons that it is a breach, and Grace countersigns', async () => {
    await toPart(page, 'Is it a breach?');
    await page.getByRole('button', { name: 'Begin a determination' }).click();
    await page
      .getByLabel('Whose information, and which?')
      .fill('Everybody on the list of the day: names, birthdays, reasons of the visit');
    await page.getByLabel(/^How many people/).fill('612');
    await page.getByLabel(/everybody who is affected has been decided about/).check();
    await page.getByRole('radio', { name: 'It is a breach: notify' }).check();
    await page
      .getByLabel('Why, in your own words')
      .fill('The disk was not encrypted and nobody knows where the laptop is.');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await expect(page.getByText('The draft is saved.')).toBeVisible();
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(page.getByText('Signed by Priya Raman')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Countersign' })).toHaveCount(0);
    await expectAccessible(page);
    const grace = await pageOf(page, 'grace');
    await visit(grace, page.url());
    await grace.getByRole('button', { name: 'Countersign' }).click();
    await grace.getByRole('alertdialog').getByRole('button', { name: 'Countersign' }).click();
    await expect(grace.getByText('Countersigned by Grace Lindqvist')).toBeVisible();
    await grace.context().close();
  });

  await test.step('each notice is recorded with what shows it', async () => {
    await toPart(page, 'Board');
    for (const state of ['Investigate', 'Assess', 'Notify']) {
      await page
        .getByRole('button', { name: `Move to ${state}` })
        .first()
        .click();
      await expect(page.getByText(`It is in “${state}” now.`)).toBeVisible();
    }
    await toPart(page, 'Clocks and notices');
    const open = page.getByRole('button', { name: 'Record what was sent' });
    for (let left = await open.count(); left > 0; left -= 1) {
      await open.first().click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByLabel(/^To how many/).fill('612');
      await dialog.getByLabel(/^What shows it/).fill('Invoice 88 of the mail house');
      await dialog.getByLabel(/everybody whom this notice is for/).check();
      await dialog.getByRole('button', { name: 'Record what was sent' }).click();
      await expect(open).toHaveCount(left - 1);
    }
    await expect(page.getByText(/Invoice 88 of the mail house/).first()).toBeVisible();
  });

  await test.step('what was done is ticked, and the rest left with a reason', async () => {
    await toPart(page, 'Board');
    const rest = page.getByRole('button', { name: 'The rest is not needed', includeHidden: true });
    await page.getByRole('button', { name: /^Done: Write to each individual/ }).click();
    await expect(page.getByRole('button', { name: /^To do after all: Write to each/ })).toBeVisible();
    for (let left = await rest.count(); left > 0; left -= 1) {
      await rest.first().evaluate((button) => button.closest('details')!.setAttribute('open', ''));
      await rest.first().click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByLabel('Why?').fill('Done on paper that night.');
      await dialog.getByRole('button', { name: 'Not needed' }).click();
      await expect(rest).toHaveCount(left - 1);
    }
  });

  await test.step('she asks to close it, and Grace confirms', async () => {
    await page.getByRole('button', { name: 'Move to Remediate' }).click();
    await expect(page.getByText('It is in “Remediate” now.')).toBeVisible();
    await page.getByRole('button', { name: 'Ask to close it' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog
      .getByLabel('Why may it be closed?')
      .fill('Everybody is told; laptops are encrypted from now on.');
    await dialog.getByRole('button', { name: 'Ask to close it' }).click();
    await expect(page.getByText('Priya Raman asked to close it: Resolved.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Confirm and close' })).toHaveCount(0);
    const grace = await pageOf(page, 'grace');
    await visit(grace, page.url());
    await grace.getByRole('button', { name: 'Confirm and close' }).click();
    await grace.getByRole('alertdialog').getByRole('button', { name: 'Confirm and close' }).click();
    await expect(grace.getByRole('button', { name: 'Open it again' })).toBeVisible();
    await grace.context().close();
  });
  await alice.context().close();
});
