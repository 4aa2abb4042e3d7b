import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { ActionPlanForm, ActionSpentForm } from './action-plan-form';
import type { Action } from './words';

// Nothing else of the action is read here.
const action = {
  id: 'act_1',
  title: 'Encrypt the laptops',
  description: '',
  owner: null,
  dueOn: '2026-12-01',
  budgetCents: 120_000,
  spentCents: 110_050,
  yearlyBudgetCents: null,
  yearlySpentCents: null,
  version: 4,
} as unknown as Action;
const names = () =>
  [...document.querySelectorAll('form')[0]!.elements]
    .map((field) => field.getAttribute('name'))
    .filter(Boolean);

it('of what is done only the money can still be changed', () => {
  renderPage(<ActionSpentForm action={action} refused={null} />);
  expect(names().filter((name) => !['csrf', 'intent', 'version'].includes(name!))).toEqual([
    'spentCents',
    'yearlySpentCents',
  ]);
  expect(document.querySelector<HTMLInputElement>('[name=intent]')!.value).toBe('spent');
  expect(screen.getByLabelText(/^Spent\b(?! a)/, { selector: 'input' })).toHaveProperty('value', '1100.50');
});

it('of what is not done the whole plan can', () => {
  renderPage(<ActionPlanForm action={action} colleagues={[]} refused={null} />);
  expect(names()).toEqual(
    expect.arrayContaining(['title', 'dueOn', 'dueOnReason', 'budgetCents', 'spentCents']),
  );
});
