import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderPage } from '~/test/render-page';
import { RecordField } from './record-field';

const asked = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (address: string) => {
    asked(address);
    return Promise.resolve(Response.json({ items: [{ reference: 'R-9000', title: 'A phone is lost' }] }));
  });
});
afterEach(() => {
  asked.mockReset();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function draw() {
  renderPage(
    <RecordField
      name="risk"
      label="Which risk"
      choices={[
        { reference: 'R-1', title: 'A laptop is lost' },
        { reference: 'R-2', title: 'Chosen before' },
      ]}
      search="/search/choices?of=risks"
      without={['R-2']}
    />,
  );
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: /Which risk/ });
  const offered = () => [...field.list!.options].map(({ value }) => value);
  const type = async (value: string) => {
    fireEvent.change(field, { target: { value } });
    await act(() => vi.advanceTimersByTimeAsync(200));
  };
  return { offered, type };
}

it('offers what the page came with, without what was chosen before', () => {
  expect(draw().offered()).toEqual(['R-1 A laptop is lost']);
});

it('asks once for what fits the words, and offers that', async () => {
  const { offered, type } = draw();
  await type('phone & co');
  expect(asked.mock.calls).toEqual([['/search/choices?of=risks&q=phone%20%26%20co']]);
  expect(offered()).toEqual(['R-9000 A phone is lost']);
});

it('asks for nothing by one letter, or by what was chosen from the list', async () => {
  const { type } = draw();
  await type('p');
  await type('R-1 A laptop is lost');
  expect(asked).not.toHaveBeenCalled();
});
