import { MantineProvider } from '@mantine/core';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRoutesStub, data, useActionData, useFetcher, useLoaderData, useLocation } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import { aSession } from '~/test/fake-backend';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { theme } from '~/ui/theme/theme';
import { AppForm, type RefusedForm } from './app-form';
import { TextField } from './fields';
import { SubmitButton } from './form-layout';

const record = { name: 'Front desk', version: 1 };

async function save({ request }: { request: Request }) {
  const sent = Object.fromEntries(await request.formData()) as Record<string, string>;
  const refuse = (status: number, fieldErrors?: Record<string, string[]>) =>
    data({ problem: { status, code: 'x', title: '', fieldErrors }, values: sent }, { status });
  if (sent.name === '') return refuse(422, { name: ['Please fill this in.'] });
  if (sent.version !== String(record.version)) return refuse(412);
  record.version += 1;
  record.name = sent.name ?? 'closed';
  return null;
}

function Page() {
  const { name, version } = useLoaderData<typeof record>();
  const refused = useActionData<RefusedForm | null>();
  const touch = useFetcher();
  return (
    <>
      <AppForm refused={refused?.values.intent === 'save' ? refused : null} intent="save" version={version}>
        <TextField name="name" label="Name" defaultValue={name} required />
        <SubmitButton>Save</SubmitButton>
      </AppForm>
      <ConfirmDialog
        label="Close it"
        title="Close it?"
        consequence="It ends."
        confirmLabel="Yes, close"
        fields={{ intent: 'close', version }}
      />
      <button onClick={() => void touch.submit({}, { method: 'post', action: '/touch' })}>Stay</button>
      <output>{`${useLocation().search}|version ${version}`}</output>
    </>
  );
}

function open() {
  const root = { preferences: {}, flash: null };
  const signedIn = { session: aSession(), unread: 0 };
  const page = { id: 'page', index: true, path: 'site', loader: () => ({ ...record }), action: save };
  const Stub = createRoutesStub([
    {
      id: 'root',
      path: '/',
      loader: () => root,
      children: [
        { id: 'routes/_app', loader: () => signedIn, children: [{ ...page, Component: Page }] },
        { path: 'touch', action: () => null },
      ],
    },
  ]);
  const loaderData = { root, 'routes/_app': signedIn, page: { ...record } };
  render(
    <MantineProvider theme={theme} env="test">
      <Stub initialEntries={['/site']} hydrationData={{ loaderData }} />
    </MantineProvider>,
  );
}

const name = () => screen.getByLabelText<HTMLInputElement>('Name');
const typeName = async (words: string) => {
  await userEvent.clear(name());
  if (words) await userEvent.type(name(), words);
};
const press = (label: string) => userEvent.click(screen.getByRole('button', { name: label }));

beforeEach(() => Object.assign(record, { name: 'Front desk', version: 1 }));

it('tells of a newer version, and then saves over it', async () => {
  open();
  await typeName('Reception');
  Object.assign(record, { name: 'By Ana', version: 2 });
  await press('Save');
  const panel = await screen.findByRole('alert');
  expect(panel.textContent).toContain('This record was saved again since you opened it.');
  expect(panel.textContent).toContain('yours replaces what was saved in between');
  expect(screen.getByRole('link', { name: /Show what stands there now/ }).getAttribute('href')).toBe('/site');
  await screen.findByText(/version 2/);
  expect(name().value).toBe('Reception');

  await press('Save mine over it');
  await waitFor(() => expect(record).toEqual({ name: 'Reception', version: 3 }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

it('overwrites nothing untold: not when the page loads anew, and not after another refusal', async () => {
  open();
  await typeName('');
  Object.assign(record, { name: 'By Ana', version: 2 });
  await press('Stay');
  await screen.findByText(/version 2/);
  await press('Save');
  expect((await screen.findByRole('alert')).textContent).toContain('Please fill this in.');

  await typeName('Reception');
  await press('Save');
  await screen.findByText(/This record was saved again/);
  expect(record).toEqual({ name: 'By Ana', version: 2 });
});

it('lets a step that asks for a yes be taken again', async () => {
  open();
  await press('Close it');
  act(() => void Object.assign(record, { name: 'By Ana', version: 2 }));
  await press('Yes, close');
  const panel = await screen.findByRole('alert');
  expect(panel.textContent).toContain('If your step is still right, take it again.');
  await screen.findByText(/version 2/);
  await press('Yes, close');
  await waitFor(() => expect(record).toEqual({ name: 'closed', version: 3 }));
});

it('leaves no ?index in the address', async () => {
  open();
  await typeName('');
  await press('Save');
  await screen.findByRole('alert');
  expect(screen.getByText(/^\|version/)).toBeTruthy();
});
