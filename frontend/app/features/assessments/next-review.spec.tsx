import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { NextReview } from './next-review';

const nextReview = {
  dueOn: '2027-11-22',
  owner: { id: 'mem_1', name: 'Maya Okafor' },
  citation: '45 CFR 164.308(a)(8), 164.316(b)(2)(iii)',
};

it('says when a signed analysis is looked at again, by whom, and why', () => {
  renderPage(<NextReview assessment={{ nextReview }} />);
  const section = screen.getByRole('region', { name: 'Next review' });
  expect(section.textContent).toContain('Nov 22, 2027');
  expect(section.textContent).toContain('Maya Okafor');
  expect(screen.getByRole('link', { name: /164.308\(a\)\(8\)/ })).toBeTruthy();
  expect(screen.queryByText('Overdue')).toBeNull();
});

it('says that it is late, and that nobody sees to it', () => {
  renderPage(<NextReview assessment={{ nextReview: { ...nextReview, dueOn: '2026-11-21', owner: null } }} />);
  expect(screen.queryByText('Overdue')).not.toBeNull();
  expect(screen.queryByText('Nobody yet')).not.toBeNull();
});

it('says nothing of an analysis that is not signed', () => {
  renderPage(<NextReview assessment={{ nextReview: null }} />);
  expect(screen.queryByRole('region')).toBeNull();
});
