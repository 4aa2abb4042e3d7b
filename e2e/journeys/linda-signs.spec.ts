import { expect, test } from '@playwright/test';
import { answerTheRest, decideSpecifications, judgeRisks, meetTests } from '../support/analysis.js';
import { OwnApi, type Schemas } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { unique } from '../support/unique.js';
import { visit } from '../support/visit.js';

type Assessment = Schemas['Assessment'];

/** Samuel prepares and submits an analysis of the billing company; Linda, who runs it, reads and signs. */
test('Linda signs what Samuel submitted: it stands still, comes back next year, and he is told', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const samuel = await (await browser.newContext()).newPage();
  await signIn(samuel, 'samuel');
  const submitted = await submitAs(new OwnApi(samuel), unique('Analysis of the scanning desk'));

  const linda = await (await browser.newContext()).newPage();
  await signIn(linda, 'linda');
  await linda
    .getByRole('listitem')
    .filter({ hasText: submitted.title })
    .getByRole('link', { name: /^Open/ })
    .first()
    .click();
  await linda.getByRole('link', { name: 'Sign-off' }).first().click();
  await linda.getByRole('button', { name: 'Approve and sign' }).click();
  const dialog = linda.getByRole('alertdialog', { name: 'Sign this analysis?' });
  await expect(dialog).toContainText('This cannot be taken back.');
  await dialog.getByRole('textbox', { name: 'Statement' }).fill('Read with Samuel, desk by desk.');

  await test.step('what came while she read is shown to her before anything is signed', async () => {
    const scanner = { tag: unique('SCN'), name: 'A second scanner', kind: 'device', hosting: 'on-premises' };
    await new OwnApi(samuel).post('/assets', { ...scanner, holdsEphi: true });
    await dialog.getByRole('button', { name: 'Sign it' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Since it was submitted, 1 asset came or changed.');
    await expect(dialog.getByRole('textbox', { name: 'Statement' })).toHaveValue(/desk by desk/);
  });

  await dialog.getByRole('button', { name: 'Sign it' }).click();
  await expect(linda.getByText('The analysis is signed.')).toBeVisible();
  await expect(linda.getByText('Read with Samuel, desk by desk.')).toBeVisible();
  await expect(linda.getByRole('button', { name: 'Approve and sign' })).toHaveCount(0);

  await test.step('the answers can no longer be changed', async () => {
    const sectionId = submitted.sections[0]!.id;
    await visit(samuel, `/assessments/${submitted.id}/questions/${sectionId}`);
    await expect(
      samuel.getByText('This assessment is no longer in work: answers stay as they are.'),
    ).toBeVisible();
    await expect(samuel.getByRole('radio', { disabled: false })).toHaveCount(0);
    const api = new OwnApi(samuel);
    const { questions } = await api.get<Schemas['QuestionnaireSection']>(
      `/assessments/${submitted.id}/sections/${sectionId}`,
    );
    const { id, options, answer } = questions[0]!;
    const path = `/assessments/${submitted.id}/answers/${id}`;
    const refused = await api.ask('PUT', path, { optionId: options.at(-1)!.id }, answer!.version);
    expect(refused.status()).toBe(409);
  });

  await test.step('the review of next year is an open obligation of who prepared it', async () => {
    const api = new OwnApi(samuel);
    const { signOff } = await api.get<Assessment>(`/assessments/${submitted.id}`);
    const { items } = await api.get<Schemas['ObligationPage']>('/obligations?kind=risk-analysis.review');
    const review = items.find(({ title }) => title === `Yearly review: ${submitted.title}`);
    expect(review).toMatchObject({ status: 'open', owner: { name: 'Samuel Carter' } });
    const year = Number(signOff!.approvedOn.slice(0, 4));
    expect(review!.dueOn.slice(0, 4)).toBe(String(year + 1));
  });

  await test.step('and Samuel has the message', async () => {
    await visit(samuel, '/mailbox');
    const message = samuel.getByRole('link', { name: new RegExp(`Approved: ${submitted.title}`) });
    await expect(async () => {
      await samuel.reload();
      await expect(message).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await message.click();
    await expect(samuel.getByRole('main')).toContainText('was approved by Linda Marsh');
  });
});

/** Everything up to the submission, with Samuel's own session: what it looks like is walked elsewhere. */
async function submitAs(api: OwnApi, title: string): Promise<Assessment> {
  const { items: sets } = await api.get<Schemas['QuestionnaireList']>('/questionnaires');
  const { pack, version } = sets.find(({ official }) => !official)!;
  const { id } = await api.post<Assessment>('/assessments', {
    title,
    scope: 'The scanning desk and the mail that passes over it.',
    questionnaire: { pack, version },
  });
  await answerTheRest(api, id);
  await api.post('/risks', { assessmentId: id, title: 'A tray of letters is left out overnight' });
  await judgeRisks(api, id, 'Owen Blake');
  await decideSpecifications(api, id);
  await meetTests(api, id);
  const { version: seen } = await api.get<Assessment>(`/assessments/${id}`);
  return api.post<Assessment>(`/assessments/${id}/submission`, {}, seen);
}
