import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '~/test/render-page';
import { TrendTable, type TrendPoint } from './trend-table';

const level = (label: string, rank: number, residual: number) => ({
  id: label,
  label,
  rank,
  residual,
  inherent: 0,
});
const scale = (title: string, levels: [string, number][]): TrendPoint['scales'][number] => ({
  title,
  version: '2026.1',
  own: false,
  levels: levels.map(([label, rank]) => ({ label, rank })),
});
const five = scale('Five', [
  ['Very low', 0],
  ['Low', 25],
  ['Moderate', 50],
  ['High', 75],
  ['Very high', 100],
]);
const three = scale('Three', [
  ['Low', 0],
  ['Moderate', 50],
  ['High', 100],
]);
const point = (scales: TrendPoint['scales'], levels: TrendPoint['levels']): TrendPoint => ({
  assessment: scales[0] === five ? { id: 'asm_1', title: '2026' } : null,
  on: '2026-11-22',
  scales,
  levels,
  unrated: 0,
  openRisks: 3,
  openCents: 100,
});
const headings = () =>
  within(screen.getByRole('table'))
    .getAllByRole('columnheader')
    .map((head) => head.textContent);

it('tells levels of one word apart by their scale, and leaves out those at which nothing ever stood', () => {
  renderPage(
    <TrendTable
      points={[
        point([five], [level('High', 75, 1), level('Moderate', 50, 1), level('Very low', 0, 0)]),
        point([three], [level('High', 100, 1), level('Moderate', 50, 2), level('Low', 0, 0)]),
      ]}
    />,
  );
  expect(headings()).toEqual([
    'When',
    'Open risks',
    'HighThree (version 2026.1)',
    'HighFive (version 2026.1)',
    'Moderate',
    'Not rated',
    'Open money',
  ]);
});

it('says no scale and keeps every level where all were rated by the same', () => {
  renderPage(<TrendTable points={[point([five], [level('High', 75, 1), level('Very low', 0, 0)])]} />);
  expect(headings()).toEqual(['When', 'Open risks', 'High', 'Very low', 'Not rated', 'Open money']);
});
