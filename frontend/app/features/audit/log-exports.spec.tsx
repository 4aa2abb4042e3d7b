import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { LogExports } from './log-exports';

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

const FILTERS = { action: 'asset.created', from: '2026-11-01' };
const show = (volumes: number) => renderPage(<LogExports filters={FILTERS} volumes={volumes} />);
/** The only one: what for is asked once. */
const form = () => screen.getByRole<HTMLFormElement>('form');
const sent = (button?: HTMLElement) => Object.fromEntries(new FormData(form(), button));

describe('the exports of the log', () => {
  it('carry the filters of the page, in every format, and ask once what for', () => {
    show(1);
    expect(sent()).toEqual({ ...FILTERS, purpose: '' });
    const buttons = within(form()).getAllByRole('button');
    expect(buttons.map((button) => [button.textContent, button.getAttribute('formaction')])).toEqual([
      ['CSV', '/api/v1/audit-events/export.csv'],
      ['XLSX', '/api/v1/audit-events/export.xlsx'],
      ['JSON', '/api/v1/audit-events/export.json'],
      ['PDF', '/api/v1/audit-events/export.pdf'],
    ]);
  });

  it('offer each volume of a long log, under the same filters', () => {
    show(3);
    const options = within(screen.getByLabelText('Volume of the PDF')).getAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual([
      'Volume 1 of 3',
      'Volume 2 of 3',
      'Volume 3 of 3',
    ]);
    expect(sent()).toEqual({ ...FILTERS, volume: '1', purpose: '' });
  });
});
