import { Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { color, type } from '../look';

export interface TableColumn<Row> {
  header: string;
  /** A fixed width in points, or a share of what is left. */
  width?: number;
  share?: number;
  align?: 'left' | 'right';
  /** Text is set in the table's own style; anything else brings its own. */
  cell: (row: Row, index: number) => ReactNode;
}

interface TableProps<Row> {
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  strongFirst?: boolean;
  /** A short table that is read as one thing stays on one page. */
  whole?: boolean;
}

const PAD = 8;

/** A short table; one of any length is a DrawnTable. Its head stands again on each page that it reaches. */
export function Table<Row>({ columns, rows, strongFirst = false, whole = false }: TableProps<Row>) {
  const frames = columns.map((column, index) => frameOf(column, index === columns.length - 1));
  return (
    <View wrap={!whole}>
      <View
        fixed={!whole}
        minPresenceAhead={24}
        style={{ flexDirection: 'row', borderBottom: `0.75 solid ${color.soft}`, paddingBottom: 3 }}
      >
        {columns.map((column, index) => (
          <View key={column.header} style={{ ...frames[index], justifyContent: 'flex-end' }}>
            <Text style={{ ...type.label, textAlign: column.align ?? 'left' }}>{column.header}</Text>
          </View>
        ))}
      </View>
      {rows.map((row, rowIndex) => (
        <View
          key={rowIndex}
          wrap={false}
          style={{ flexDirection: 'row', paddingVertical: 4.5, borderBottom: `0.5 solid ${color.line}` }}
        >
          {columns.map((column, index) => (
            <View key={column.header} style={frames[index]}>
              {asText(column.cell(row, rowIndex), column.align, strongFirst && index === 0)}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

function asText(content: ReactNode, align: 'left' | 'right' | undefined, strong: boolean): ReactNode {
  if (typeof content !== 'string' && typeof content !== 'number') return content;
  return (
    <Text style={{ ...type.small, ...(strong ? type.strong : {}), textAlign: align ?? 'left' }}>
      {content}
    </Text>
  );
}

function frameOf<Row>({ width, share = 1 }: TableColumn<Row>, last: boolean) {
  const paddingRight = last ? 0 : PAD;
  return width === undefined
    ? { flexGrow: share, flexShrink: 1, flexBasis: 0, paddingRight }
    : { width, flexShrink: 0, paddingRight };
}
