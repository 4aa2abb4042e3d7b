import { expect, test, type Browser, type Page } from '@playwright/test';
import { OwnApi } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { unique } from '../support/unique.js';
import { visit } from '../support/visit.js';

test('Maya makes a four by four scale, Daniel adopts it, and a new analysis rates a risk by it', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'maya');
  const title = unique('Four by four');

  await test.step('she begins from five levels and takes the highest of each away', async () => {
    await visit(page, '/settings/risk-scales');
    await page.getByRole('link', { name: 'Make a scale' }).click();
    await page.getByLabel('Name').fill(title);
    await page.getByLabel('Why you rate by a scale of your own').fill('Our board thinks in four steps.');
    await page.getByRole('button', { name: 'Begin the draft' }).click();
    const remove = page.getByRole('button', { name: 'Take “Very high” away' });
    await expect(remove).toHaveCount(3);
    for (const left of [2, 1, 0]) {
      await remove.first().click();
      await expect(remove).toHaveCount(left);
    }
    await cell(page, 'High', 'High').selectOption({ label: 'Very low' });
    await page.getByRole('button', { name: 'Save' }).click();
  });

  await test.step('a cell that falls keeps it from being proposed, and is mended', async () => {
    await expect(
      page.getByText('At High × High, more likelihood or impact gives a lower level.'),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Propose', exact: true })).toHaveCount(0);
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await expect(cell(page, 'High', 'High')).toHaveAttribute('aria-invalid', 'true');
    await cell(page, 'High', 'High').selectOption({ label: 'High' });
    await page.getByRole('button', { name: 'Save' }).click();
    await confirm(page, 'Propose');
    await expect(page.getByText('Somebody else has to adopt it.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Adopt' })).toHaveCount(0);
  });

  await adoptAsDaniel(browser, page.url(), title);

  await test.step('a new analysis uses it, and a risk stands in the register and the map by its words', async () => {
    await visit(page, '/assessments/new');
    await page.getByLabel('Title').fill(unique('By four'));
    await page.getByLabel(title).check();
    await page.getByLabel(/^Follows/).selectOption('');
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page).toHaveURL(/\/assessments\/asm_/);
    const assessmentId = new URL(page.url()).pathname.split('/').at(-1)!;
    const risk = await new OwnApi(page).post<{ id: string }>('/risks', {
      assessmentId,
      title: 'The server room floods',
    });
    await visit(page, `/risks/${risk.id}`);
    for (const kind of ['inherent', 'residual'])
      for (const of of ['Likelihood', 'Impact']) {
        const name = `${kind}${of}`;
        await expect(page.locator(`input[name=${name}]`)).toHaveCount(4);
        await page.locator(`input[name=${name}][value=step-4]`).check();
      }
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(/^R-\d+ is saved\.$/)).toBeVisible();
    await visit(page, `/risks?assessmentId=${assessmentId}`);
    await expect(page.getByRole('row', { name: /The server room floods/ })).toContainText('High');
    await expect(page.getByRole('link', { name: 'One risk: likelihood High, impact High' })).toBeVisible();

    await visit(page, `/assessments/new?follows=${assessmentId}`);
    await expect(page.getByLabel(title)).toBeChecked();
    await page.getByLabel(/^Five levels/).check();
    await expect(page.getByText(/rates by another scale\./)).toBeVisible();
  });

  await test.step('in the whole register a level is one of one scale, and no other “High” comes with it', async () => {
    await visit(page, '/risks');
    const level = `High – ${title} (version 1)`;
    await page.getByLabel(/^Level/).selectOption({ label: level });
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByRole('link', { name: `Remove filter Level: ${level}` })).toBeVisible();
    await expect(page.getByText('The server room floods')).toBeVisible();
    await expect(page.locator('#register tbody tr')).toHaveCount(1);
  });
});

function cell(page: Page, likelihood: string, impact: string) {
  return page.getByLabel(`Level for likelihood ${likelihood} and impact ${impact}`, { exact: true });
}

async function confirm(page: Page, step: string): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: step, exact: true }).click();
}

async function adoptAsDaniel(browser: Browser, address: string, title: string): Promise<void> {
  await test.step('Daniel looks at it and adopts it', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await signIn(page, 'daniel');
    await visit(page, new URL(address).pathname);
    await confirm(page, 'Adopt');
    await expect(page.getByText(`“${title}” is in force.`)).toBeVisible();
    await context.close();
  });
}
