import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { color, portrait } from '../look';
import { label, small, type Align, type Part } from './blocks';
import { Drawn, whole } from './drawn';
import { Drawing } from './drawing';
import { drawnRow } from './drawn-row';
import { paintRow, rule } from './paint';

export interface DrawnColumn<Row> {
  header: string;
  /** In points, or a share of what is left. */
  width?: number;
  share?: number;
  align?: Align;
  cell: (row: Row) => string | readonly Part[];
}

interface DrawnTableProps<Row> {
  columns: readonly DrawnColumn<Row>[];
  rows: readonly Row[];
  width?: number;
}

const PAD = 4.5;
const HEAD_PAD = 3;

/** A table of any length. Its head stands again on each page that it reaches, and never alone. */
export function DrawnTable<Row>({ columns, rows, width = portrait.width }: DrawnTableProps<Row>): ReactNode {
  const widths = widthsOf(columns, width);
  const beside = (parts: (column: DrawnColumn<Row>) => readonly Part[]) => [
    { columns: columns.map((column, index) => ({ width: widths[index] ?? 0, parts: parts(column) })) },
  ];
  return (
    <View>
      <Head parts={beside(({ header, align }) => [label(header, { align })])} width={width} />
      {rows.map((row, index) => (
        <Drawn
          key={index}
          parts={beside(({ cell, align }) => asParts(cell(row), align))}
          width={width}
          pad={PAD}
          ruled="below"
        />
      ))}
    </View>
  );
}

function Head({ parts, width }: { parts: readonly Part[]; width: number }) {
  const row = drawnRow(parts, width);
  const height = whole(row.height + HEAD_PAD);
  return (
    <View fixed minPresenceAhead={24}>
      <Drawing
        width={width}
        height={height}
        paint={(painter) => {
          paintRow(painter, row, 0);
          rule(painter, height, width, 0.75, color.soft);
        }}
      />
    </View>
  );
}

function asParts(content: string | readonly Part[], align: Align | undefined): readonly Part[] {
  return typeof content === 'string' ? [small(content, { align })] : content;
}

function widthsOf<Row>(columns: readonly DrawnColumn<Row>[], width: number): number[] {
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const shares = columns.reduce((sum, { width: own, share = 1 }) => sum + (own === undefined ? share : 0), 0);
  return columns.map(({ width: own, share = 1 }) => own ?? ((width - fixed) * share) / shares);
}
