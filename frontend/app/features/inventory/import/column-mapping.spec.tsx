import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import type { RefusedForm } from '~/ui/form/app-form';
import type { Places } from '../asset-fields';
import { badRow, list, page } from './import.spec-kit';
import { ASSET_LISTS, FLOW_LISTS } from './import-lists';
import { ColumnMapping } from './column-mapping';
import { ImportDone } from './import-outcome';
import type { ImportRow, ImportView } from './import-types';
import { PreviewTable } from './preview-table';
import { Undone } from './undo-import';

describe('the columns of a list', () => {
  it('name each one that is ignored, and apart from them those that we wrote ourselves', () => {
    renderPage(<ColumnMapping of={ASSET_LISTS} list={list} places={null} />);
    expect(screen.getByText('One column is ignored: Warranty')).toBeDefined();
    expect(
      screen.getByText(/^One column is left out by itself, because our export adds it: Id$/),
    ).toBeDefined();
  });

  it('are not called read to the last one where some of them are ours', () => {
    const columns = list.columns.filter(({ heading }) => heading !== 'Warranty');
    renderPage(<ColumnMapping of={ASSET_LISTS} list={{ ...list, columns }} places={null} />);
    expect(screen.getByText(/our export adds it: Id$/)).toBeDefined();
    expect(screen.queryByText('No column is ignored.')).toBeNull();
  });

  it('can each be given a meaning', () => {
    renderPage(<ColumnMapping of={ASSET_LISTS} list={{ ...list, missing: ['hosting'] }} places={null} />);
    expect(screen.getByText('No column says where it runs.')).toBeDefined();
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'What “Type” means' }).value).toBe('kind');
    expect(screen.queryByRole('combobox', { name: 'What “Id” means' })).toBeNull();
  });
});

describe('the columns of a list of data flows', () => {
  it('can be what a flow has, and nothing that an asset has', () => {
    renderPage(<ColumnMapping of={FLOW_LISTS} list={{ ...list, missing: ['to'] }} places={null} />);
    expect(screen.getByText('No column says where a flow goes to.')).toBeDefined();
    const meanings = [
      ...screen.getByRole<HTMLSelectElement>('combobox', { name: 'What “Name” means' }).options,
    ];
    expect(meanings.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Leave out', 'Code', 'From', 'To', 'Encrypted on the way']),
    );
    expect(meanings.map(({ value }) => value)).not.toContain('tag');
    expect(screen.getByRole('combobox', { name: /^Other end/ })).toBeDefined();
    expect(screen.queryByRole('combobox', { name: /^Where it runs/ })).toBeNull();
  });
});

describe('one value for the whole list', () => {
  const places = {
    sites: [{ id: 'sit_1', name: 'Main Street', active: true } as Places['sites'][number]],
    colleagues: [{ id: 'mem_1', name: 'Priya', roleLabel: 'Staff', mayOwn: true }],
  };
  const show = (more: Partial<ImportView> = {}, refused?: RefusedForm, of = ASSET_LISTS) =>
    renderPage(
      <ColumnMapping
        of={of}
        list={{ ...list, missing: ['hosting'], ...more }}
        places={places}
        refused={refused}
      />,
    );
  const everyRow = () => screen.getByRole('group', { name: 'The same for every row' });

  it('is asked for what no column holds, the needed first, and says that it changes what is there', () => {
    show();
    const needed = within(everyRow()).getByRole<HTMLSelectElement>('combobox', { name: 'Where it runs' });
    expect([...needed.options].map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Nothing chosen', 'On our premises', 'In a public cloud']),
    );
    expect(everyRow().textContent).toContain('it changes those that you have already');
    expect(everyRow().querySelector('details')?.open).toBe(false);
    expect(screen.getByText('15 more that no column holds')).toBeDefined();
    expect(within(everyRow()).queryByLabelText('Name')).toBeNull();
    expect(within(everyRow()).queryByLabelText('Tag')).toBeNull();
    const site = screen.getByLabelText<HTMLSelectElement>('Site');
    expect([...site.options].map(({ text }) => text)).toEqual(['Nothing chosen', 'Main Street']);
    expect(screen.getByLabelText<HTMLInputElement>('Owner').getAttribute('list')).not.toBeNull();
  });

  it('leaves a field that a column is made to hold, and comes back when it holds it no more', async () => {
    const user = userEvent.setup();
    show();
    const warranty = screen.getByRole('combobox', { name: 'What “Warranty” means' });
    await user.selectOptions(warranty, 'hosting');
    expect(within(everyRow()).queryByLabelText('Where it runs')).toBeNull();
    const empty = screen.getByRole('group', { name: 'Where a cell is empty' });
    expect(within(empty).getByLabelText('Where it runs')).toBeDefined();
    await user.selectOptions(warranty, '');
    expect(within(everyRow()).getByLabelText('Where it runs')).toBeDefined();
    expect(within(empty).queryByLabelText('Where it runs')).toBeNull();
  });

  it('shows what was chosen, also a word that is offered no more', () => {
    const fixed = {
      hosting: 'cloud',
      site: 'Closed branch',
      phiTypes: 'billing, gossip',
      vendorName: 'Acme',
    };
    show({ fixed, missing: [], mappingFrom: { fileName: 'x.csv', at: '2026-03-01T10:00:00.000Z' } });
    expect(screen.getByLabelText<HTMLSelectElement>('Where it runs').value).toBe('cloud');
    expect(screen.getByLabelText<HTMLSelectElement>('Site').value).toBe('Closed branch');
    expect(screen.getByLabelText<HTMLInputElement>('Vendor').value).toBe('Acme');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'gossip' }).checked).toBe(true);
    expect(screen.getAllByRole<HTMLInputElement>('checkbox').filter(({ checked }) => checked)).toHaveLength(
      2,
    );
    expect(everyRow().querySelector('details')?.open).toBe(true);
    expect(
      screen.getByText(/^Chosen for the whole list, not from the file: Where it runs: In a/),
    ).toBeDefined();
  });

  it('says beside it why it cannot be taken', () => {
    const fieldErrors = { 'fixed.vendorName': ['This text has 201 characters; at most 200 fit.'] };
    const values = {
      'columns.0': 'name',
      'columns.1': 'kind',
      'columns.2': 'hosting',
      'fixed.vendorName': 'x',
    };
    show({}, { problem: { status: 400, code: 'request.invalid', title: 'x', fieldErrors }, values });
    expect(screen.getByLabelText<HTMLInputElement>('Vendor').getAttribute('aria-invalid')).toBe('true');
    expect(everyRow().querySelector('details')?.open).toBe(true);
    expect(within(everyRow()).queryByLabelText('Where it runs')).toBeNull();
  });

  it('can be an end of flows', () => {
    show({ columns: [list.columns[0]!], fixed: {} }, undefined, FLOW_LISTS);
    expect(within(everyRow()).getByLabelText('From').tagName).toBe('INPUT');
    expect(within(everyRow()).getByLabelText('Other end').tagName).toBe('SELECT');
    expect(everyRow().textContent).toContain('new flows');
  });

  it('stands in the preview beside the file, and is told apart from it', () => {
    const row: ImportRow = {
      ...badRow,
      outcome: 'change',
      cells: ['Pump', '', '2027', ''],
      problems: [],
      chosen: ['kind', 'hosting'],
      remarks: ['Changed by the value that was chosen for every row, not by the file: Where it runs.'],
      changes: ['hosting'],
    };
    const fixed = { kind: 'device', hosting: 'cloud' };
    renderPage(
      <PreviewTable
        of={ASSET_LISTS}
        list={{ ...list, fixed }}
        rows={[row]}
        page={page}
        outcome={null}
        places={null}
      />,
    );
    const headers = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(headers).toEqual(['Row', 'Name', 'Type', 'Where it runsThe same for every row']);
    const cells = within(screen.getByRole('row', { name: /4/ })).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      'Pump',
      'Device (chosen)',
      'In a public cloud',
    ]);
    expect(screen.getByText(/not by the file: Where it runs/)).toBeDefined();
  });

  it('that became wrong is marked with the reason, and is not called lacking', () => {
    const problem = { column: null, field: 'site', heading: 'Site', value: 'Mars', reason: 'No such site.' };
    renderPage(
      <PreviewTable
        of={ASSET_LISTS}
        list={{ ...list, fixed: { site: 'Mars' } }}
        rows={[{ ...badRow, problems: [problem as ImportRow['problems'][number]] }]}
        page={page}
        outcome={null}
        places={null}
      />,
    );
    const row = screen.getByRole('row', { name: /4/ });
    expect(row.textContent).toContain('Site: No such site.');
    expect(row.textContent).not.toContain('Lacks');
    expect(within(row).getByText('Mars').tagName).toBe('MARK');
  });

  it('is still said once the list is taken over, and once it is undone', () => {
    const settled = { ...list, fixed: { hosting: 'cloud', phiTypes: 'billing,images', kind: null } };
    const words = 'Chosen for the whole list, not from the file: Where it runs: In a public cloud; ';
    const { unmount } = renderPage(<ImportDone of={ASSET_LISTS} list={settled} />);
    expect(document.body.textContent).toContain(words);
    unmount();
    renderPage(<Undone of={ASSET_LISTS} list={settled} />);
    expect(document.body.textContent).toContain(words);
  });
});
