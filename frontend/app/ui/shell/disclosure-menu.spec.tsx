import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { DisclosureMenu } from './disclosure-menu';

it('closes one menu at each press of Escape, the inner before the outer', async () => {
  renderPage(
    <DisclosureMenu className="outer" summary="Menu">
      <DisclosureMenu className="inner" summary="Person">
        <button type="button">Sign out</button>
      </DisclosureMenu>
    </DisclosureMenu>,
  );
  const isOpen = (name: string) => document.querySelector<HTMLDetailsElement>(name)!.open;
  await userEvent.click(screen.getByText('Menu'));
  await userEvent.click(screen.getByText('Person'));
  screen.getByRole('button', { name: 'Sign out' }).focus();
  await userEvent.keyboard('{Escape}');
  expect([isOpen('.outer'), isOpen('.inner')]).toEqual([true, false]);
  expect(document.activeElement).toBe(screen.getByText('Person'));
  await userEvent.keyboard('{Escape}');
  expect([isOpen('.outer'), isOpen('.inner')]).toEqual([false, false]);
});
