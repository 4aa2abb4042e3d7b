import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { ActionFacts } from './action-facts';
import type { Action } from './words';

// The facts read no more of it.
const from = { id: 'asm_1', title: 'Analysis 2025' };
/** What the facts read of an action. */
const action = (carried: Action['carried']) =>
  ({
    assessment: { id: 'asm_2', title: 'Analysis 2026' },
    carried,
    risk: null,
    finding: null,
    owner: null,
    dueOn: null,
    dueMoves: [],
    statusReason: '',
    completedBy: null,
    noEvidenceReason: '',
    validatedBy: null,
    validationNote: '',
    budgetCents: null,
    spentCents: null,
    yearlyBudgetCents: null,
    yearlySpentCents: null,
  }) as unknown as Action;

it('say from which analysis an action was carried on, and when', () => {
  renderPage(<ActionFacts action={action({ from, at: '2026-03-02T15:00:00.000Z' })} />);
  const link = screen.getByRole('link', { name: 'Analysis 2025' });
  expect(link.getAttribute('href')).toBe('/assessments/asm_1');
  expect(link.closest('dd')?.textContent).toMatch(/Analysis 2025, Mar 2, 2026/);
});

it('say nothing of it where the action was planned in its analysis', () => {
  renderPage(<ActionFacts action={action(null)} />);
  expect(screen.getByRole('link', { name: 'Analysis 2026' })).toBeDefined();
  expect(screen.queryByText('Carried from')).toBeNull();
});
