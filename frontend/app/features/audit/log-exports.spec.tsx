import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { LogExports } from './log-exports';

beforeEach(() => localStorage.clear());

const FILTERS = { action: 'asset.created', from: '2026-11-01' };
const show = (volumes: number) => renderPage(<LogExports filters={FILTERS} volumes={volumes} />);
const formOf = (name: string) => screen.getByRole<HTMLFormElement>('form', { name });
const sent = (form: HTMLFormElement, button?: HTMLElement) => Object.fromEntries(new FormData(form, button));

describe('the exports of the log', () => {
  it('carry the filters of the page, in every format', () => {
    show(1);
    const form = formOf('Export the table');
    expect(sent(form)).toEqual({ ...FILTERS, purpose: '' });
    const buttons = within(form).getAllByRole('button');
    expect(buttons.map((button) => [button.textContent, button.getAttribute('formaction')])).toEqual([
      ['CSV', '/api/v1/audit-events/export.csv'],
      ['XLSX', '/api/v1/audit-events/export.xlsx'],
      ['JSON', '/api/v1/audit-events/export.json'],
      ['PDF', '/api/v1/audit-events/export.pdf'],
    ]);
  });

  it('name the only volume to the document alone: the tables have none', () => {
    show(1);
    const form = formOf('Export the table');
    const [csv, , , pdf] = within(form).getAllByRole('button');
    expect(sent(form, pdf)).toMatchObject({ volume: '1' });
    expect(sent(form, csv)).not.toHaveProperty('volume');
  });

  it('offer each volume of a long log, under the same filters', () => {
    show(3);
    const options = within(screen.getByLabelText('Volume')).getAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual([
      'Volume 1 of 3',
      'Volume 2 of 3',
      'Volume 3 of 3',
    ]);
    expect(sent(formOf('Export a volume'))).toEqual({ ...FILTERS, volume: '1', purpose: '' });
    expect(sent(formOf('Export the table'))).not.toHaveProperty('volume');
  });
});
