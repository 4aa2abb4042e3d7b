import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSearchParams } from 'react-router';
import { describe, expect, it } from 'vitest';
import { pageWithoutScripts, renderPage } from '~/test/render-page';
import { InventoryChangeLists, SpecificationChanges } from './changes';

const row = (citation: string, to: 'implemented' | null) => ({
  title: 'A specification',
  citation,
  from: 'alternative' as const,
  to,
});

it('takes a specification that nobody decided yet this year for one to be confirmed, not for a change', () => {
  const items = [row('164.310(a)(2)(i)', 'implemented'), row('164.310(a)(2)(iv)', null)];
  const changes = { specifications: { count: 2, items } };
  // The part under test reads the specifications only.
  renderPage(<SpecificationChanges changes={changes as never} />);
  expect(screen.getByText('Changed (1)')).toBeTruthy();
  expect(screen.getByText('Decided last time, to be confirmed (1)')).toBeTruthy();
  expect(screen.getAllByText(/164\.310\(a\)\(2\)\(iv\)/)).toHaveLength(1);
});

describe('a long list of changes', () => {
  const named = (number: number) => ({ name: `Laptop ${number}` });
  const list = (shown: number, count: number) => {
    const none = { count: 0, items: [] };
    const added = { count, items: Array.from({ length: shown }, (_, index) => named(index + 1)) };
    return (
      <InventoryChangeLists
        id="assets"
        title="Assets in scope"
        changes={{ added, gone: none, changed: none, same: 3 }}
      />
    );
  };

  it.each([
    [50, 120, 'Show them all here'],
    [50, 9_658, 'Show the first 500 here'],
    [500, 9_658, null],
    [50, 50, null],
  ])('of which %i of %i are shown leads to: %s', (shown, count, words) => {
    renderPage(list(shown, count));
    expect(screen.queryByRole('link', { name: /^Show / })?.textContent ?? null).toBe(words);
    expect(screen.queryByText(/Only the first/) !== null).toBe(shown < count);
  });

  it('gives the focus to its table once its rows are there', async () => {
    function AsAsked() {
      const [search] = useSearchParams();
      return list(search.has('rows') ? 120 : 50, 120);
    }
    renderPage(<AsAsked />);
    await userEvent.click(screen.getByRole('link', { name: 'Show them all here' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(121));
    expect(document.activeElement).toBe(screen.getByRole('region', { name: /New \(120\)/ }));
  });

  it('comes back at its own section where there are no scripts', () => {
    const way = within(pageWithoutScripts(list(50, 120))).getByRole('link', { name: 'Show them all here' });
    expect(way.getAttribute('href')).toBe('/?rows=all#assets');
  });
});
