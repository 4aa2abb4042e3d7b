import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { FirstSteps, type FirstStep } from './first-steps';

const aStep = (more: Partial<FirstStep>): FirstStep => ({
  id: 'sites',
  state: 'later',
  title: 'Add your sites',
  text: 'Every place belongs to it.',
  citation: '45 CFR 164.308(a)(1)(ii)(A)',
  href: null,
  takenBy: null,
  ...more,
});

const steps = [
  aStep({ state: 'done' }),
  aStep({ id: 'officer', state: 'waiting', title: 'Name your officer', href: '/settings/members#invite' }),
  aStep({ id: 'assets', state: 'now', title: 'List what holds ePHI', href: '/inventory/assets/new' }),
  aStep({ id: 'begin', title: 'Begin the analysis', takenBy: 'Compliance officer' }),
];

const item = (title: string) => screen.getByText(title).closest('li')!;

it('says how far one is, and what is next', () => {
  renderPage(<FirstSteps steps={steps} />);
  expect(screen.queryByText('1 of 4 done')).not.toBeNull();
  expect(item('List what holds ePHI').getAttribute('aria-current')).toBe('step');
  expect(screen.getByRole('link', { name: 'List what holds ePHI' }).getAttribute('href')).toBe(
    '/inventory/assets/new',
  );
});

it('says the state of each in words, and no more of what is done', () => {
  renderPage(<FirstSteps steps={steps} />);
  expect(item('Add your sites').textContent).toContain('Add your sites (Done)');
  expect(within(item('Add your sites')).queryByText(/Every place/)).toBeNull();
  expect(item('Name your officer').textContent).toContain('The invitation is out.');
  expect(item('Begin the analysis').textContent).toContain('Who does it: Compliance officer');
  expect(within(item('Begin the analysis')).queryByRole('link', { name: /Begin/ })).toBeNull();
});
