import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderPage } from '~/test/render-page';
import { holdUnanswered } from './connection';
import { ConnectionNotice } from './connection-notice';

const network = vi.fn<typeof fetch>();
const real = window.fetch;
beforeEach(() => {
  network.mockReset();
  window.fetch = network;
  holdUnanswered();
});
afterEach(() => {
  window.fetch = real;
});

const answered = (status = 200, headers: Record<string, string> = { 'X-Remix-Response': 'yes' }) =>
  new Response('', { status, headers });
const lost = () => Promise.reject(new TypeError('Failed to fetch'));
const post = (signal?: AbortSignal) =>
  window.fetch('/risks/new.data', { method: 'POST', body: 'title=x', signal });

it('holds what got no answer until it is sent again, with the same words', async () => {
  network.mockImplementationOnce(lost).mockImplementationOnce(lost).mockResolvedValueOnce(answered());
  renderPage(<ConnectionNotice />);
  const sent = post();
  const again = await screen.findByRole('button', { name: 'Send it again' });
  expect(screen.getByText(/It may have been saved or not/)).toBeTruthy();
  await userEvent.click(again);
  await waitFor(() => expect(network).toHaveBeenCalledTimes(2));
  await userEvent.click(await screen.findByRole('button', { name: 'Send it again' }));
  expect((await sent).status).toBe(200);
  expect(network.mock.calls.map(([, init]) => init?.body)).toEqual(['title=x', 'title=x', 'title=x']);
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
});

it('holds a page that somebody on the way could not bring, and not an answer of the server itself', async () => {
  network.mockResolvedValueOnce(answered(503, {})).mockResolvedValueOnce(answered());
  renderPage(<ConnectionNotice />);
  const asked = window.fetch(new URL('/risks.data', window.location.href));
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect((await asked).status).toBe(200);

  network.mockResolvedValueOnce(answered(503));
  expect((await window.fetch('/risks.data')).status).toBe(503);
});

it('lets go of what the person went away from', async () => {
  network.mockImplementationOnce(lost);
  renderPage(<ConnectionNotice />);
  const leaving = new AbortController();
  const sent = post(leaving.signal);
  await screen.findByRole('button');
  leaving.abort();
  await expect(sent).rejects.toThrow();
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
});

it('leaves other calls alone', async () => {
  network.mockImplementation(lost);
  await expect(window.fetch('/session/clock')).rejects.toThrow('Failed to fetch');
});
