import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { useActionData } from 'react-router';
import type { ApiProblem } from '~/api/problem';
import { renderPage } from '~/test/render-page';
import { AppForm, type RefusedForm } from './app-form';
import { ChoiceField } from './choice-field';
import { CheckboxField, SelectField, TextAreaField, TextField } from './fields';
import { useField } from './form-context';
import { SubmitButton } from './form-layout';

const problem: ApiProblem = {
  status: 422,
  code: 'request.invalid',
  title: '',
  requestId: 'req_01',
  fieldErrors: { city: ['Too long.'], 'owner.name': ['No such person.'] },
};

beforeEach(() => sessionStorage.clear());

function SiteForm() {
  const refused = useActionData<RefusedForm>();
  return (
    <AppForm refused={refused} draftKey="site:new" version={7} intent="add" label="Site">
      <TextField name="name" label="Name" required />
      <TextField name="city" label="City" hint="As in the post" />
      <ChoiceField name="kind" legend="Kind" choices={[{ value: 'a', label: 'A' }]} />
      <SubmitButton>Save</SubmitButton>
    </AppForm>
  );
}

it('sends the form token, the intent and the version with the fields', async () => {
  let sent: FormData | undefined;
  const action = async ({ request }: { request: Request }) => {
    sent = await request.formData();
    return null;
  };
  renderPage(<SiteForm />, { action });
  await userEvent.type(screen.getByLabelText('Name'), 'Riverside');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(Object.fromEntries(sent!)).toMatchObject({
    csrf: 'csrf-1',
    intent: 'add',
    version: '7',
    name: 'Riverside',
  });
});

it('says what happened and what was kept, ties each error to its field, and goes to the first', async () => {
  renderPage(<SiteForm />, { action: () => ({ problem, values: { name: 'Riverside' } }) });
  await userEvent.type(screen.getByLabelText('Name'), 'Riverside');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const panel = await screen.findByRole('alert');
  expect(panel.textContent).toContain('Everything you typed is still in the form.');
  expect(panel.textContent).toContain('req_01');
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Riverside');
  const city = screen.getByRole('textbox', { name: /City/, description: /Too long\./ });
  expect(document.activeElement).toBe(city);
  // No such field stands in this form, so there is nothing to lead to.
  expect(screen.getByText('No such person.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'No such person.' })).toBeNull();
  const named = screen.getByRole('link', { name: 'City: Too long.' });
  screen.getByRole('button', { name: 'Save' }).focus();
  await userEvent.click(named);
  expect(document.activeElement).toBe(city);
});

it('is empty again once it was saved', async () => {
  renderPage(<SiteForm />, { action: () => null });
  await userEvent.type(screen.getByLabelText('Name'), 'Riverside');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe(''));
  expect(sessionStorage.length).toBe(0);
});

it('no longer speaks of a draft once it was saved', async () => {
  const draft = { at: '2026-11-22T18:00:00Z', values: { name: ['Half typed'] } };
  sessionStorage.setItem('draft:mem_1:site:new', JSON.stringify(draft));
  renderPage(<SiteForm />, { action: () => null });
  expect(screen.getByText(/We brought back/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByText(/We brought back/)).toBeNull());
});

it('keeps what was typed just before the page is reloaded', async () => {
  renderPage(<SiteForm />);
  await userEvent.type(screen.getByLabelText('Name'), 'Riverside');
  window.dispatchEvent(new Event('pagehide'));
  expect(sessionStorage.getItem('draft:mem_1:site:new')).toContain('Riverside');
});

it('names fields by their labels, and groups of choices by their legends', async () => {
  const errors = { name: ['A.'], kind: ['B.'], active: ['C.'], phi: ['D.'], column: ['E.'] };
  renderPage(
    <AppForm refused={{ problem: { ...problem, fieldErrors: errors }, values: {} }}>
      <fieldset>
        <legend>What it is</legend>
        <TextField name="name" label="Name" />
        <CheckboxField name="active" label="In use" />
        <ColumnChoice />
      </fieldset>
      <ChoiceField name="kind" legend="Kind" choices={[{ value: 'a', label: 'A' }]} />
      <PhiBoxes />
    </AppForm>,
  );
  const links = (await screen.findAllByRole('link')).map((link) => link.textContent);
  expect(links).toEqual(['Name: A.', 'Kind: B.', 'In use: C.', 'Kinds of data: D.', 'Meaning: E.']);
});

function ColumnChoice() {
  return <select id={useField('column').id} name="column" aria-label="Meaning" />;
}

function PhiBoxes() {
  const { id } = useField('phi');
  return (
    <fieldset>
      <legend>Kinds of data</legend>
      <input type="checkbox" id={id} name="phi" value="a" />
      <label htmlFor={id}>Images</label>
      <input type="checkbox" name="phi" value="b" aria-label="Claims" />
    </fieldset>
  );
}

it('cuts nothing that is pasted, and says by how much it is too long', async () => {
  renderPage(
    <AppForm>
      <TextField name="name" label="Name" maxLength={5} required />
      <TextAreaField name="note" label="Note" maxLength={5} required />
    </AppForm>,
  );
  for (const label of ['Name', 'Note']) {
    const field = screen.getByLabelText<HTMLInputElement>(label);
    await userEvent.click(field);
    await userEvent.paste('123456789');
    expect(field.value).toBe('123456789');
    const said = { name: label, description: /This is 4 characters too long\. At most 5 fit\./ };
    expect(screen.getByRole('textbox', said)).toBe(field);
    await userEvent.type(field, '{Backspace}{Backspace}{Backspace}{Backspace}');
    expect(screen.queryByText(/too long/)).toBeNull();
  }
});

function OwnerForm() {
  const saved = useActionData<{ owner: string }>();
  return (
    <AppForm draftKey="site:1" label="Site">
      <SelectField
        name="owner"
        label="Owner"
        placeholder="Nobody"
        defaultValue={saved?.owner}
        choices={[{ value: 'ann', label: 'Ann' }]}
      />
      <p data-testid="saved">{saved?.owner}</p>
      <SubmitButton>Save</SubmitButton>
    </AppForm>
  );
}

it('shows in a list of choices what was saved, not what stood there before', async () => {
  const action = async ({ request }: { request: Request }) => ({
    owner: (await request.formData()).get('owner'),
  });
  renderPage(<OwnerForm />, { action });
  const field = () => screen.getByLabelText<HTMLSelectElement>(/^Owner/);
  await userEvent.selectOptions(field(), 'Ann');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.getByTestId('saved').textContent).toBe('ann'));
  await waitFor(() => expect(sessionStorage.length).toBe(0));
  expect(field().value).toBe('ann');
});

it('brings a draft back and discards it when asked', async () => {
  const draft = { at: '2026-11-22T18:00:00Z', values: { name: ['Half typed'] } };
  sessionStorage.setItem('draft:mem_1:site:new', JSON.stringify(draft));
  renderPage(<SiteForm />);
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Half typed');
  await userEvent.click(screen.getByRole('button', { name: 'Discard it' }));
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('');
  expect(sessionStorage.length).toBe(0);
});
