import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { RiskSubjects } from './risk-subjects';
import type { Risk } from './words';

const laptop = (n: number) => ({ type: 'asset' as const, id: `ast_${n}`, name: `PC-${n} Laptop`, end: null });

function aRisk(more: number, changes: object = {}): Risk {
  const { type, id, name } = laptop(0);
  const items = Array.from({ length: Math.min(more, 100) }, (_, index) => laptop(index + 1));
  // Nothing else of the risk is read here.
  return {
    version: 3,
    subject: { type, id, name },
    subjectEnd: null,
    further: { total: more, items },
    allowedActions: ['update'],
    ...changes,
  } as unknown as Risk;
}

describe('what a risk concerns', () => {
  it('names each with a link, the first one too, and how many more there are', () => {
    renderPage(<RiskSubjects risk={aRisk(140)} />);
    expect(screen.getByRole('heading').textContent).toBe('It concerns 141 assets and flows');
    expect(screen.getAllByRole('checkbox')).toHaveLength(101);
    expect(screen.getByRole('link', { name: 'PC-0 Laptop' }).getAttribute('href')).toBe(
      '/inventory/assets/ast_0',
    );
    expect(screen.getByText('And 40 more, by name.')).toBeTruthy();
  });

  it('offers to add to a risk of one thing, with nothing to take off', () => {
    renderPage(<RiskSubjects risk={aRisk(0)} />);
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getByLabelText(/^Add an asset or flow/, { selector: 'input' })).toBeTruthy();
  });

  it('is only read by who may not change it, and left out where there is one thing', () => {
    const { unmount } = renderPage(<RiskSubjects risk={aRisk(2, { allowedActions: [] })} />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getAllByRole('link')).toHaveLength(3);
    unmount();
    renderPage(<RiskSubjects risk={aRisk(0, { allowedActions: [] })} />);
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('says at the field what cannot be added', () => {
    const refused = {
      problem: {
        status: 400,
        code: 'request.invalid',
        title: '',
        fieldErrors: { add: ['Nothing has this name.'] },
      },
      values: { intent: 'add-subject', add: 'Nobody' },
    };
    renderPage(<RiskSubjects risk={aRisk(2)} refused={refused} />);
    const form = screen.getByRole('form', { name: 'Add an asset or flow' });
    const field = within(form).getByRole('combobox');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect((field as HTMLInputElement).value).toBe('Nobody');
  });
});
