import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { HeatMap, type ChosenCell } from './heat-map';

const levels = ['Low', 'Medium', 'High'].map((label, index) => ({ value: index + 1, label }));

function draw(path: string, chosen?: ChosenCell) {
  renderPage(
    <HeatMap
      caption="Risks by likelihood and impact"
      likelihoods={levels}
      impacts={levels}
      cells={[{ likelihood: 3, impact: 2, inherent: 4, residual: 1 }]}
      severityOf={(likelihood, impact) => (likelihood * impact >= 6 ? 'high' : 'low')}
      chosen={chosen}
      hrefOf={(likelihood, impact, view) => `/risks?likelihood=${likelihood}&impact=${impact}&view=${view}`}
    />,
    { path },
  );
}

it('is a table whose filled cells say their place and lead to their risks', () => {
  draw('/risks');
  expect(screen.getByRole('table', { name: 'Risks by likelihood and impact' })).toBeTruthy();
  const cell = screen.getByRole('link', { name: 'One risk: likelihood High, impact Medium' });
  expect(cell.getAttribute('href')).toBe('/risks?likelihood=3&impact=2&view=residual');
  expect(screen.getAllByText(/^No risk:/)).toHaveLength(8);
});

it('shows the risks before the safeguards when asked by the address', () => {
  draw('/risks?heat=inherent');
  expect(screen.getByRole('link', { name: '4 risks: likelihood High, impact Medium' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Before safeguards' }).getAttribute('aria-current')).toBe('true');
});

it('puts the highest likelihood at the top', () => {
  draw('/risks');
  expect(screen.getAllByRole('rowheader').map((header) => header.textContent)).toEqual([
    'High',
    'Medium',
    'Low',
  ]);
});

it('marks the cell whose risks are listed, in the view that it belongs to', () => {
  draw('/risks', { view: 'inherent', likelihood: 3, impact: 2 });
  expect(screen.getByRole('link', { name: 'Before safeguards' }).getAttribute('aria-current')).toBe('true');
  const cell = screen.getByRole('link', { name: '4 risks: likelihood High, impact Medium' });
  expect(cell.getAttribute('aria-current')).toBe('true');
});

it('marks no cell in the other view', () => {
  draw('/risks?heat=residual', { view: 'inherent', likelihood: 3, impact: 2 });
  const cell = screen.getByRole('link', { name: 'One risk: likelihood High, impact Medium' });
  expect(cell.getAttribute('aria-current')).toBeNull();
});
