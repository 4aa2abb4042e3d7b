import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aSession } from '~/test/fake-backend';
import { renderPage } from '~/test/render-page';
import { clockOf } from './clock';
import { IdleWarning } from './idle-warning';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const minutes = (count: number) => count * 60_000;

async function wait(ms: number) {
  await act(() => vi.advanceTimersByTimeAsync(ms));
}

it('asks two minutes before the end, by a look that does not count as activity', async () => {
  const session = aSession();
  const now = () => new Date().toISOString();
  const look = vi.fn(() => Promise.resolve(Response.json({ ...clockOf(session), serverTime: now() })));
  vi.stubGlobal('fetch', look);
  renderPage(<IdleWarning />, { session });
  await wait(minutes(12.9));
  expect(screen.queryByRole('timer')).toBeNull();
  await wait(minutes(0.2));
  expect(look).toHaveBeenCalledWith('/session/clock', { headers: { 'x-part164-passive': '1' } });
  expect(screen.getByRole('alertdialog', { name: 'Are you still there?' })).toBeTruthy();
  expect(screen.getByRole('timer').textContent).toMatch(/^1:5\d$/);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stay signed in' }));
});

it('keeps quiet when another tab was used meanwhile', async () => {
  renderPage(<IdleWarning />);
  vi.stubGlobal('fetch', () => {
    const now = Date.now();
    const later = aSession({
      serverTime: new Date(now).toISOString(),
      idleExpiresAt: new Date(now + minutes(15)).toISOString(),
    });
    return Promise.resolve(Response.json(clockOf(later)));
  });
  await wait(minutes(13.5));
  expect(screen.queryByRole('timer')).toBeNull();
});
