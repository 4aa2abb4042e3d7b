import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { HeatMap } from './heat-map';

const levels = ['Low', 'Medium', 'High'].map((label, index) => ({ value: index + 1, label }));

function draw(path: string) {
  renderPage(
    <HeatMap
      caption="Risks by likelihood and impact"
      likelihoods={levels}
      impacts={levels}
      cells={[{ likelihood: 3, impact: 2, inherent: 4, residual: 1 }]}
      severityOf={(likelihood, impact) => (likelihood * impact >= 6 ? 'high' : 'low')}
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
