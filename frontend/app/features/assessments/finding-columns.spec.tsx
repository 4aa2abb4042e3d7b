import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { findingColumns, type Finding } from './finding-columns';
import type { Assessment } from './use-assessment';

// What the tools of a row read of a finding and of its analysis; the rest plays no part here.
const finding = { id: 'fnd_1', version: 1, status: 'open', risk: null } as unknown as Finding;
const show = (carriedOnTo: Assessment['carriedOnTo']) => {
  const assessment = { id: 'asm_1', carriedOnTo } as unknown as Assessment; // as above
  const tools = findingColumns({ assessment, mayWork: false, mayRate: true }).at(-1)!;
  return renderPage(tools.cell(finding));
};

it('offers a risk and a fix, but not where the register has moved on into the next analysis', () => {
  const { unmount } = show(null);
  expect(screen.getByText('Make it a risk')).toBeTruthy();
  unmount();
  show({ id: 'asm_2', title: '2028' });
  expect(screen.queryByText('Make it a risk')).toBeNull();
  expect(screen.queryByRole('link')).toBeNull();
});
