import { Text, View } from '@react-pdf/renderer';
import { type } from '../look';

/** A label and what stands behind it; what is empty is left out. */
export type Fact = readonly [label: string, value: string | number | null | undefined];

interface FactsProps {
  facts: readonly Fact[];
  columns?: 1 | 2 | 3 | 4;
}

export function Facts({ facts, columns = 3 }: FactsProps) {
  const filled = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  const rows = Array.from({ length: Math.ceil(filled.length / columns) }, (_, row) =>
    filled.slice(row * columns, (row + 1) * columns),
  );
  return (
    <View>
      {rows.map((row, index) => (
        <View key={index} style={{ flexDirection: 'row', marginTop: index === 0 ? 0 : 5 }} wrap={false}>
          {row.map(([label, value]) => (
            <Text key={label} style={{ ...type.small, width: `${100 / columns}%`, paddingRight: 10 }}>
              <Text style={{ fontSize: type.label.fontSize, color: type.label.color }}>{`${label}\n`}</Text>
              {String(value)}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}
