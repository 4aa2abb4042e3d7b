import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { AppForm } from './app-form';
import { FileField } from './file-field';
import { SubmitButton } from './form-layout';

const fileOf = (bytes: number) => new File([new Uint8Array(bytes)], 'scan.pdf');

it('holds a file back that is too large, and says so at the field', async () => {
  let posts = 0;
  const form = (
    <AppForm encType="multipart/form-data">
      <FileField name="file" label="File" most={1} />
      <SubmitButton>Add</SubmitButton>
    </AppForm>
  );
  renderPage(form, { action: () => (posts += 1) && null });
  const field = screen.getByLabelText<HTMLInputElement>('File');
  await userEvent.upload(field, fileOf(1.5 * 1024 * 1024));
  expect(screen.getByRole('alert').textContent).toBe('This file has 1.5 MB. At most 1 MB can be sent.');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(document.activeElement).toBe(field);
  expect(posts).toBe(0);

  await userEvent.upload(field, fileOf(10));
  expect(screen.queryByRole('alert')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
  await waitFor(() => expect(posts).toBe(1));
});
