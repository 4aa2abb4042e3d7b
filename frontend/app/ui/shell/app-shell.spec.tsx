import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { aSession } from '~/test/fake-backend';
import { renderPage } from '~/test/render-page';
import { AppShell } from './app-shell';
import CommandPalette, { matches } from './command-palette';

const shell = (
  <AppShell unread={3} onSearch={() => {}}>
    <h1>Page</h1>
  </AppShell>
);

it('begins with a way past the navigation', () => {
  renderPage(shell);
  expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe('#content');
  expect(screen.getByRole('main').id).toBe('content');
});

it('shows what the role allows, and the unread messages', () => {
  renderPage(shell, { session: aSession({ permissions: ['asset:read'] }) });
  const side = within(screen.getAllByRole('navigation', { name: 'Main' })[0]!);
  expect(side.getByRole('link', { name: 'Inventory' })).toBeTruthy();
  expect(side.queryByRole('link', { name: 'Risk register' })).toBeNull();
  expect(side.getByRole('link', { name: /Mailbox\s*3\s*unread/ })).toBeTruthy();
});

it('leads everybody to their own account', () => {
  renderPage(shell, { session: aSession({ permissions: [] }) });
  const own = screen.getAllByRole('link', { name: 'Your account', hidden: true });
  expect(own[0]?.getAttribute('href')).toBe('/settings/account');
});

it('offers other organizations only to who belongs to several', () => {
  const one = aSession();
  const other = {
    ...one.memberships[0]!,
    organizationId: 'org_2',
    organizationName: 'Northstar Medical Billing',
  };
  const { unmount } = renderPage(shell, { session: one });
  expect(screen.queryByText('Your organizations')).toBeNull();
  unmount();
  renderPage(shell, { session: aSession({ memberships: [...one.memberships, other] }) });
  expect(screen.getAllByRole('button', { name: /Northstar/, hidden: true })[0]).toBeTruthy();
});

it('finds pages by letters and initials, and only what may be started', async () => {
  expect(matches('Risk register', 'reg')).toBe(true);
  expect(matches('Risk register', 'rr')).toBe(true);
  expect(matches('Risk register', 'plan')).toBe(false);
  renderPage(<CommandPalette open onClose={() => {}} />, {
    session: aSession({ permissions: ['site:write'] }),
  });
  await userEvent.type(screen.getByRole('combobox'), 'add');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Add a siteStart']);
});

it('finds records too, with their kind, and opens the chosen one by the keyboard', async () => {
  const items = [
    { kind: 'risk', id: 'rsk_1', reference: 'R-12', title: 'A laptop is lost', href: '/risks/rsk_1' },
    { kind: 'action', id: 'act_1', reference: 'A-3', title: 'Encrypt the laptops', href: '/plan/act_1' },
  ];
  const look = vi.fn(() => Promise.resolve(Response.json({ items })));
  vi.stubGlobal('fetch', look);
  renderPage(<CommandPalette open onClose={() => {}} />);
  await userEvent.type(screen.getByRole('combobox'), 'laptop');
  expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual([
    'R-12 A laptop is lostRisk',
    'A-3 Encrypt the laptopsAction',
  ]);
  expect(look).toHaveBeenCalledTimes(1);
  expect(look).toHaveBeenCalledWith('/search/records?q=laptop', expect.anything());
  expect(screen.getByText('2 results')).toBeTruthy();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(await screen.findByText('elsewhere')).toBeTruthy();
  vi.unstubAllGlobals();
});
