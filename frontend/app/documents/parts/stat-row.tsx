import { Text, View } from '@react-pdf/renderer';
import { SERIF } from '../fonts';
import { color, type } from '../look';

export interface Stat {
  value: string;
  label: string;
}

/** Signs that even a short figure has room for: its words stand below. */
const SHORTEST = 6;

/** The figures that a reader takes away, one beside the other. */
export function StatRow({ stats }: { stats: readonly Stat[] }) {
  return (
    <View
      style={{
        flexDirection: 'row',
        borderTop: `0.75 solid ${color.ink}`,
        borderBottom: `0.75 solid ${color.ink}`,
      }}
      wrap={false}
    >
      {stats.map((stat, index) => (
        <View
          key={stat.label}
          style={{
            // A long sum takes the room that short counts leave.
            flexGrow: Math.max(SHORTEST, stat.value.length),
            flexShrink: 1,
            flexBasis: 0,
            paddingVertical: 9,
            paddingLeft: index === 0 ? 0 : 9,
            paddingRight: 6,
            ...(index === 0 ? {} : { borderLeft: `0.5 solid ${color.line}` }),
          }}
        >
          <Text style={{ fontFamily: SERIF, fontWeight: 500, fontSize: 16, lineHeight: 1.2 }}>
            {stat.value}
          </Text>
          <Text style={type.label}>{stat.label}</Text>
        </View>
      ))}
    </View>
  );
}
