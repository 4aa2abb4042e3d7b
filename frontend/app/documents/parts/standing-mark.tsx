import { Circle, Line, Path, Svg, Text, View } from '@react-pdf/renderer';
import { color, type } from '../look';
import { word } from '../words';

const SIZE = 9;

/** A filled, half or empty disc: read in grey as well as in colour, and always with its word. */
export function StandingMark({ standing }: { standing: string }) {
  return (
    <View style={{ flexDirection: 'row', alignItems: 'center' }}>
      <Disc standing={standing} />
      <Text style={{ ...type.label, ...type.strong, color: color.ink, marginLeft: 4 }}>
        {word('standing', standing)}
      </Text>
    </View>
  );
}

function Disc({ standing }: { standing: string }) {
  const stroke = standing === 'gap' || standing === 'unknown' ? color.bad : color.soft;
  return (
    <Svg width={SIZE} height={SIZE} viewBox="0 0 18 18">
      <Circle
        cx={9}
        cy={9}
        r={7}
        stroke={stroke}
        strokeWidth={1.8}
        fill={standing === 'in-place' ? color.soft : color.paper}
      />
      {standing === 'partial' && <Path d="M9 2 A7 7 0 0 1 9 16 Z" fill={color.soft} />}
      {standing === 'unknown' && <Circle cx={9} cy={9} r={2.2} fill={color.bad} />}
      {standing === 'not-applicable' && (
        <Line x1={4} y1={14} x2={14} y2={4} stroke={color.soft} strokeWidth={1.8} />
      )}
    </Svg>
  );
}
