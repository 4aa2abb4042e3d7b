import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { Citation } from './citation';

it('has its panel in the page only while somebody points at it: there are hundreds on a page', async () => {
  const { container } = renderPage(<Citation text="45 CFR 164.308(b)(1)" />);
  const panels = () => container.querySelectorAll('[popover]');
  expect(panels()).toHaveLength(0);
  await userEvent.hover(screen.getByRole('link', { name: /45 CFR 164\.308\(b\)\(1\)/ }));
  await expect.poll(() => panels().length).toBe(1);
});
