import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aSession } from '~/test/fake-backend';
import { renderPage } from '~/test/render-page';
import { ProposalBar } from './proposal-bar';
import { proposalFilterFields } from './proposal-filters';

const bar = (
  <ProposalBar
    assessmentId="asm_1"
    signed={false}
    view="things"
    state="dismissed"
    counts={{ undecided: 3, accepted: 2, dismissed: 1 }}
    filters={proposalFilterFields({ threats: [], vulnerabilities: [] })}
  />
);
const PATH = '/assessments/asm_1/proposals?state=dismissed&q=laptop&pairId=P-1&cursor=ast_2';

it('exports what the filters leave: the state that is shown, or all of them', () => {
  renderPage(bar, { path: PATH, session: aSession({ permissions: ['assessment:read', 'report:export'] }) });
  const form = screen.getByRole<HTMLFormElement>('form', { name: 'Export the table' });
  expect(Object.fromEntries(new FormData(form))).toEqual({
    q: 'laptop',
    pairId: 'P-1',
    state: 'dismissed',
    purpose: '',
  });
  const which = within(form).getByRole<HTMLSelectElement>('combobox', { name: 'Which ones?' });
  expect([...which.options].map(({ value }) => value)).toEqual(['open', 'accepted', 'dismissed', 'all']);
  const [csv] = within(form).getAllByRole('button');
  expect(csv!.getAttribute('formaction')).toBe('/api/v1/assessments/asm_1/proposals/export.csv');
});

it('offers no export to those who may only read', () => {
  renderPage(bar, { path: PATH, session: aSession({ permissions: ['assessment:read'] }) });
  expect(screen.queryByRole('form', { name: 'Export the table' })).toBeNull();
});
