import { expect, test } from '@playwright/test';
import { demoAnalysis } from '../support/analysis.js';
import { OwnApi } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { unique } from '../support/unique.js';
import { visit } from '../support/visit.js';

test('Maya decides what a new system and a reported merger mean for the signed analysis', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'maya');
  const draft = await demoAnalysis(new OwnApi(page), 'draft');
  const system = unique('Imaging archive');
  const merger = unique('Merger with a practice');

  await test.step('a system with ePHI that came after the signature is noted on its own page', async () => {
    const asset = { name: system, kind: 'system', hosting: 'on-premises', holdsEphi: true };
    const { id } = await new OwnApi(page).post<{ id: string }>('/assets', asset);
    await visit(page, `/inventory/assets/${id}`);
    const changes = page.getByRole('region', { name: 'Changes since the analysis', exact: true }).first();
    await expect(changes.getByText('New asset with ePHI')).toBeVisible();
    await expect(changes.getByText('Undecided')).toBeVisible();
  });

  await test.step('what no record shows she reports; without words it stays in the form', async () => {
    await visit(page, '/assessments/reviews');
    await page.getByRole('link', { name: 'Report a change' }).click();
    await page.getByLabel('What kind of change').selectOption('merger');
    await page.getByLabel('What changed').fill(merger);
    await page.getByLabel('What happened').fill('Short');
    await page.getByRole('button', { name: 'Report change' }).click();
    await expect(page.getByLabel('What happened')).toHaveAccessibleDescription(/At least 10 characters/);
    await expect(page.getByLabel('What changed')).toHaveValue(merger);
    await page.getByLabel('What happened').fill('Two doctors and their records join us in spring.');
    await page.getByRole('button', { name: 'Report change' }).click();
    await expect(page.getByText(`“${merger}” is noted.`)).toBeVisible();
  });

  await test.step('the review is due, with its day and rule', async () => {
    const obligations = await new OwnApi(page).get<{ items: { href: string }[] }>(
      '/obligations?status=open&kind=risk-analysis.change-review',
    );
    expect(obligations.items.map(({ href }) => href)).toEqual(['/assessments/reviews']);
    await expect(page.getByText(/decide about \d+ changes/i)).toBeVisible();
  });

  await test.step('one needs no new analysis, and she has to say why', async () => {
    const form = page.getByRole('form', { name: 'Waiting for a decision' });
    await form.getByLabel(system).check();
    await form.getByLabel(/^No new analysis needed/).check();
    await form.getByRole('button', { name: 'Decide' }).click();
    await expect(form.getByLabel(/^Reason/)).toHaveAccessibleDescription(/Write down why, in a sentence/);
    await form.getByLabel(system).check();
    await form
      .getByLabel(/^Reason/)
      .fill('It holds copies of what the analysed archive holds, in the same room.');
    await form.getByRole('button', { name: 'Decide' }).click();
    await expect(page.getByText('One change is decided.')).toBeVisible();
  });

  await test.step('the other is taken into the analysis that is being written', async () => {
    const form = page.getByRole('form', { name: 'Waiting for a decision' });
    await form.getByLabel(merger).check();
    await form.getByLabel(/^Taken into the open analysis/).check();
    await form.getByLabel('Into which analysis').selectOption({ label: draft.title });
    await form.getByRole('button', { name: 'Decide' }).click();
    await expect(page.getByText('One change is decided.')).toBeVisible();
    await expect(form.getByLabel(merger)).toHaveCount(0);
    const row = page.getByRole('row').filter({ hasText: merger });
    await expect(row.getByRole('link', { name: draft.title })).toBeVisible();
    await expect(row.getByText('Decided', { exact: true })).toBeVisible();
  });
});
