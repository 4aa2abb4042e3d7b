import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { data, useActionData } from 'react-router';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { TextAreaField } from '~/ui/form/fields';
import { ConfirmDialog } from './confirm-dialog';

const questions = ['fnd_1', 'fnd_2'].map((findingId) => (
  <ConfirmDialog
    key={findingId}
    label={`Set ${findingId} aside`}
    title={`Set ${findingId} aside?`}
    consequence="It is kept."
    confirmLabel="Set aside"
    fields={{ intent: 'dismiss', findingId, version: 3 }}
  >
    <TextAreaField name="reason" label="Reason" required />
  </ConfirmDialog>
));

const refusal = (form: FormData) => ({
  problem: {
    status: 422,
    code: 'request.invalid',
    title: 'Some entries need another look.',
    fieldErrors: { reason: ['At least three characters.'] },
  },
  values: Object.fromEntries([...form].filter(([name]) => name !== 'csrf')),
});

it('stays open on a refusal, at the field, with what was typed, and no other question shows it', async () => {
  renderPage(questions, {
    action: async ({ request }) => data(refusal(await request.formData()), { status: 422 }),
  });
  await userEvent.click(screen.getByRole('button', { name: 'Set fnd_2 aside' }));
  await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'no');
  await userEvent.click(screen.getByRole('button', { name: 'Set aside' }));

  await screen.findByRole('alert');
  const reason = screen.getByRole('textbox', { name: /Reason/ });
  expect(reason.getAttribute('aria-invalid')).toBe('true');
  expect((reason as HTMLTextAreaElement).value).toBe('no');

  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await userEvent.click(screen.getByRole('button', { name: 'Set fnd_1 aside' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('stays open, too, where the page shows a newer state after the refusal', async () => {
  const Question = () => (
    <ConfirmDialog
      label="Sign"
      title="Sign it?"
      consequence="It stands."
      confirmLabel="Sign it"
      fields={{ intent: 'approve', version: 3 }}
      seen={{ mark: useActionData() ? 'moved twice' : 'moved once' }}
    />
  );
  renderPage(<Question />, {
    action: async ({ request }) => data(refusal(await request.formData()), { status: 409 }),
  });
  await userEvent.click(screen.getByRole('button', { name: 'Sign' }));
  await userEvent.click(screen.getByRole('button', { name: 'Sign it' }));
  const dialog = await screen.findByRole('alertdialog');
  await within(dialog).findByRole('alert');
  expect(dialog.querySelector<HTMLInputElement>('input[name=mark]')?.value).toBe('moved twice');
});

it('closes once the answer was taken', async () => {
  renderPage(questions, { action: () => null });
  await userEvent.click(screen.getByRole('button', { name: 'Set fnd_1 aside' }));
  await userEvent.click(screen.getByRole('button', { name: 'Set aside' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
});
