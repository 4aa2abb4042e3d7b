import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { ReviewList, type WaitingRisk } from './review-list';

const high = { id: 'high', label: 'High', rank: 75 };
const waiting = (number: number, more: Partial<WaitingRisk> = {}): WaitingRisk => ({
  id: `rsk_${number}`,
  version: 3,
  number,
  title: `Risk ${number}`,
  status: 'open',
  subject: null,
  subjectEnd: null,
  inherentLevel: high,
  residualLevel: high,
  ...more,
});

function show(risks: WaitingRisk[], { mayReview = true, refused }: Shown = {}) {
  renderPage(
    <AppForm refused={refused} label="Review">
      <ReviewList risks={risks} mayReview={mayReview} />
    </AppForm>,
  );
}
interface Shown {
  mayReview?: boolean;
  refused?: RefusedForm;
}

it('offers a tick for each risk that has a rating, in the version that is seen', () => {
  show([waiting(1), waiting(2, { residualLevel: null })]);
  expect(screen.getByRole('checkbox', { name: 'Choose R-1 Risk 1' })).toHaveProperty('value', 'rsk_1@3');
  expect(screen.queryByRole('checkbox', { name: 'Choose R-2 Risk 2' })).toBeNull();
  expect(screen.getByText('Has no rating on this scale: open it to rate it.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Risk 2' }).getAttribute('href')).toBe('/risks/rsk_2');
});

it('says what is gone, and offers nothing to who only reads', () => {
  show([waiting(1, { subjectEnd: 'disposed' })], { mayReview: false });
  expect(screen.getByText('The asset is disposed of')).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

it('keeps what was ticked after a refusal, also when the versions moved on', () => {
  const problem = { title: 'Not saved', status: 400, code: 'request.invalid', fieldErrors: {} };
  show([waiting(1), waiting(2)], {
    // As the action answers it: the list reads its problem and its values, and nothing else.
    refused: { problem, values: { risks: 'rsk_2@2' } } as unknown as RefusedForm,
  });
  expect(screen.getByRole('checkbox', { name: 'Choose R-1 Risk 1' })).toHaveProperty('checked', false);
  expect(screen.getByRole('checkbox', { name: 'Choose R-2 Risk 2' })).toHaveProperty('checked', true);
});
