import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SelectField } from '~/ui/form/fields';
import { renderPage } from '~/test/render-page';
import { TableExport } from './table-export';

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

const FILES = { list: '/api/v1/risks', filters: { q: 'a b', level: '' } };
const show = () => renderPage(<TableExport files={FILES} />);
const form = () => screen.getByRole<HTMLFormElement>('form', { name: 'Export the table' });
const purpose = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'What is it for?' });

/** What the browser would ask for: jsdom goes nowhere. */
function press(name: string): Promise<string> {
  return new Promise((resolve) => {
    form().addEventListener('submit', (event) => {
      event.preventDefault();
      const button = event.submitter!;
      const query = new URLSearchParams([...new FormData(form(), button)] as [string, string][]);
      resolve(`${button.getAttribute('formaction')}?${query}`);
    });
    void userEvent.click(screen.getByRole('button', { name }));
  });
}

it('is folded away, and opens without a script', () => {
  const { container } = show();
  const details = container.querySelector('details')!;
  expect(details.open).toBe(false);
  expect(within(details).getByText('Export').closest('summary')).not.toBeNull();
  expect(form().method).toBe('get');
});

it('goes nowhere before somebody says what for', async () => {
  show();
  expect(purpose().required).toBe(true);
  expect(form().checkValidity()).toBe(false);
  await userEvent.selectOptions(purpose(), 'An audit');
  expect(form().checkValidity()).toBe(true);
});

it('sends what for, in words that are given, with the filters and the format of the button', async () => {
  show();
  const choices = [...purpose().options].map(({ value }) => value);
  expect(choices).toEqual(['', 'own-work', 'management', 'audit', 'regulator', 'other-system', 'other']);
  expect(form().querySelector('input:not([type=hidden]), textarea')).toBeNull();
  await userEvent.selectOptions(purpose(), 'A regulator');
  expect(screen.queryByRole('status')).toBeNull();
  expect(await press('XLSX')).toBe('/api/v1/risks/export.xlsx?q=a+b&purpose=regulator');
  expect(screen.getByRole('status').textContent).toBe('The file is being made. Your browser saves it.');
});

it('begins with the choice of last time', async () => {
  const first = show();
  expect(purpose().value).toBe('');
  await userEvent.selectOptions(purpose(), 'Management');
  await press('CSV');
  first.unmount();
  show();
  expect(purpose().value).toBe('management');
});

it('is not led astray by what it does not know', () => {
  localStorage.setItem('export-purpose', 'world domination');
  show();
  expect(purpose().value).toBe('');
});

it('asks what else there is to choose', async () => {
  const choices = (
    <SelectField name="state" label="Which?" choices={[{ value: 'all', label: 'All' }]} required />
  );
  renderPage(<TableExport files={FILES} choices={choices} />);
  await userEvent.selectOptions(purpose(), 'An audit');
  expect(await press('JSON')).toBe('/api/v1/risks/export.json?q=a+b&state=all&purpose=audit');
});
