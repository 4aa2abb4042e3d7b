import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LogExports } from './log-exports';

const show = (volumes: number) =>
  render(
    <MantineProvider>
      <LogExports filters={{ action: 'asset.created', from: '2026-11-01' }} volumes={volumes} />
    </MantineProvider>,
  );

describe('the exports of the log', () => {
  it('carry the filters of the page', () => {
    show(1);
    for (const name of ['Export CSV', 'Export XLSX', 'Export JSON', 'Export PDF']) {
      const address = new URL(screen.getByText(name).closest('a')!.href);
      expect(address.searchParams.get('action')).toBe('asset.created');
      expect(address.searchParams.get('from')).toBe('2026-11-01');
    }
  });

  it('offer each volume of a long log, under the same filters', () => {
    const { container } = show(3);
    const options = within(screen.getByLabelText('Volume')).getAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual([
      'Volume 1 of 3',
      'Volume 2 of 3',
      'Volume 3 of 3',
    ]);
    const sent = new FormData(container.querySelector('form')!);
    expect(Object.fromEntries(sent)).toEqual({ action: 'asset.created', from: '2026-11-01', volume: '1' });
  });
});
