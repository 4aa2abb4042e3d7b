import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { DataTable } from '~/ui/table/data-table';
import { actionColumns, type ActionRow } from './action-columns';

// The list reads no more of it.
const row = {
  id: 'act_1',
  number: 7,
  title: 'Encrypt the laptops',
  risk: { id: 'rsk_1', number: 14, title: 'A laptop is lost' },
  owner: null,
  dueOn: null,
  budgetCents: null,
  spentCents: null,
  yearlyBudgetCents: null,
  yearlySpentCents: null,
  waitsForOpen: 0,
  status: 'planned',
} as unknown as ActionRow;

it('says at its head which number is an action and which a risk', () => {
  renderPage(
    <DataTable
      caption="Plan"
      plain
      columns={actionColumns()}
      rows={[row]}
      rowKey={({ id }) => id}
      empty={null}
    />,
  );
  expect(screen.getByRole('columnheader', { name: /^Action/ }).textContent).toContain(
    'A- is an action, R- the risk it lowers',
  );
});
