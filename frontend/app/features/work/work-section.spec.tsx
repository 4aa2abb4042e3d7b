import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { WorkSection, type WorkItem } from './work-section';

const item = (id: string, dueOn: string | null): WorkItem => ({
  id,
  kind: 'action',
  title: `Action ${id}`,
  href: '/plan/act_1',
  dueOn,
  waitsSince: null,
  waitsLong: false,
  ownerName: null,
  citation: null,
  reason: 'You own it.',
});
const shown = (items: WorkItem[], dated?: boolean) => {
  renderPage(
    <WorkSection title="Due" tone="warn" items={items} today="2026-11-23" empty="Nothing" dated={dated} />,
  );
  return screen.getByRole('heading', { level: 2 }).textContent;
};

it('counts as due what has a date, and the rest apart', () => {
  const items = [item('1', '2026-12-01'), item('2', null), item('3', null)];
  expect(shown(items, true)).toMatch(/^Due 1 2 without a date$/);
});

it('says no number of what is due where nothing has a date', () => {
  expect(shown([item('1', null)], true)).toMatch(/^Due\s+one without a date$/);
});

it('counts all that waits for others, which needs no date', () => {
  expect(shown([item('1', null), item('2', null)])).toMatch(/^Due 2\s*$/);
});
