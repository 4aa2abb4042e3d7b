import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { Scale } from '../assessment-report';
import { SERIF } from '../fonts';
import { color, levelColors, type } from '../look';
import { labelOf } from './level';

interface HeatMapProps {
  scale: Scale;
  title: string;
  /** A row for each likelihood, a column for each impact; without it the cells name their level. */
  counts?: number[][];
  cell?: number;
}

const SIDE = 52;

/** Likelihood goes up, impact to the right; each cell is the level that the two make together. */
export function HeatMap({ scale, title, counts, cell = 38 }: HeatMapProps) {
  const rows = scale.likelihood.map((step, index) => ({ step, index })).reverse();
  return (
    <View wrap={false}>
      <Text style={{ ...type.h3, marginLeft: SIDE, marginBottom: 4 }}>{title}</Text>
      {rows.map(({ step, index }) => (
        <View key={step.id} style={{ flexDirection: 'row' }}>
          <View style={{ width: SIDE, justifyContent: 'center', paddingRight: 6 }}>
            <Text style={{ ...type.label, textAlign: 'right' }}>{step.label}</Text>
          </View>
          {scale.impact.map((impact, column) => (
            <Cell
              key={impact.id}
              scale={scale}
              level={scale.matrix[step.id]?.[impact.id] ?? ''}
              count={counts?.[index]?.[column]}
              named={!counts}
              size={cell}
            />
          ))}
        </View>
      ))}
      <View style={{ flexDirection: 'row', marginLeft: SIDE, marginTop: 3 }}>
        {scale.impact.map((impact) => (
          <Text key={impact.id} style={{ ...type.label, width: cell, textAlign: 'center' }}>
            {impact.label}
          </Text>
        ))}
      </View>
      <Text
        style={{
          ...type.label,
          marginLeft: SIDE,
          marginTop: 4,
          width: cell * scale.impact.length,
          textAlign: 'center',
        }}
      >
        {`${t('documents.likelihood')} \u2191   ${t('documents.impact')} \u2192`}
      </Text>
    </View>
  );
}

interface CellProps {
  scale: Scale;
  level: string;
  count: number | undefined;
  named: boolean;
  size: number;
}

function Cell({ scale, level, count, named, size }: CellProps) {
  const place = scale.levels.findIndex(({ id }) => id === level);
  const colors = levelColors(Math.max(place, 0), scale.levels.length);
  return (
    <View
      style={{
        width: size,
        height: size,
        alignItems: 'center',
        justifyContent: 'center',
        border: `0.75 solid ${color.paper}`,
        backgroundColor: colors.backgroundColor,
      }}
    >
      {named && (
        <Text style={{ ...type.label, fontSize: 7, color: colors.color, textAlign: 'center' }}>
          {labelOf(scale.levels, level)}
        </Text>
      )}
      {!!count && (
        <Text
          style={{ fontFamily: SERIF, fontWeight: 500, fontSize: 15, lineHeight: 1.1, color: colors.color }}
        >
          {count}
        </Text>
      )}
    </View>
  );
}
