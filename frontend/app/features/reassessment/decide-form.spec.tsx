import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { DecideForm } from './decide-form';
import type { Change, ChangeReview } from './words';

const change = {
  id: 'chg_1',
  version: 1,
  kind: 'other',
  subject: { name: 'A new scanner' },
  happenedOn: '2026-03-01',
  details: [],
  description: '',
  // The form reads no more of it.
} as unknown as Change;
// The form reads no more of it.
const review = {
  signed: null,
  inReview: false,
  drafts: [{ id: 'asm_1', title: 'Analysis of 2026' }],
  undecided: 1,
  undecidedKinds: [{ kind: 'other', count: 1 }],
} as unknown as ChangeReview;

it('asks for the reason, or for the analysis, as the decision needs it', async () => {
  renderPage(<DecideForm changes={[change]} review={review} />);
  const reason = () => screen.getByLabelText(/^Reason/);
  expect(reason()).toHaveProperty('required', true);
  await userEvent.click(screen.getByRole('radio', { name: /^Taken into the open analysis/ }));
  expect(reason()).toHaveProperty('required', false);
  expect(screen.getByRole('combobox')).toHaveProperty('required', true);
});

it('takes all of a kind where many wait, and says that the list is cut', () => {
  const many: ChangeReview = {
    ...review,
    undecided: 4_501,
    undecidedKinds: [
      { kind: 'asset-added', count: 4_500 },
      { kind: 'other', count: 1 },
    ],
  };
  renderPage(<DecideForm changes={[change]} review={many} />);
  const all = screen.getByRole('checkbox', { name: /^All 4,500 of the kind/ });
  expect([all.getAttribute('name'), all.getAttribute('value')]).toEqual(['kind.asset-added', '4500']);
  expect(screen.queryByRole('checkbox', { name: /^All 1 / })).toBeNull();
  expect(screen.getByText(/^The 1 oldest of 4,501 are listed/)).toBeTruthy();
});
