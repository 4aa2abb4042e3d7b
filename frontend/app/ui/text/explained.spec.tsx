import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { en } from '~/messages/en';
import { renderPage } from '~/test/render-page';
import { explained } from './explained';
import { legalTerm } from './legal-terms';

it('explains a marked word when it is pointed at, with the place in the law', async () => {
  renderPage(<p>{explained('Where [ePHI](ephi) is kept.')}</p>);
  const word = screen.getByRole('link', { name: 'ePHI' });
  expect(word.getAttribute('href')).toBe('/terms#ephi');
  expect(word.closest('p')?.textContent).toBe('Where ePHI is kept.');
  await userEvent.hover(word);
  expect(await screen.findByText(legalTerm('ephi')!.short)).toBeTruthy();
});

it('finds each marked word of the catalog in the pack of terms', () => {
  const marks = [...JSON.stringify(en).matchAll(/\[[^\]]+\]\(([a-z0-9-]+)\)/g)].map(([, id = '']) => id);
  expect(marks.length).toBeGreaterThan(0);
  expect(marks.filter((id) => !legalTerm(id))).toEqual([]);
});
