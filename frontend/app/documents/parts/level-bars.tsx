import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { AssessmentReport, Scale } from '../assessment-report';
import { color, levelColors, type } from '../look';
import { Table } from './table';
import { LevelTag } from './level';

/** How many risks are at each level, before and with the safeguards, the worst first. */
export function LevelBars({ scale, risks }: { scale: Scale; risks: AssessmentReport['risks'] }) {
  const rows = scale.levels
    .map((level, place) => ({
      ...level,
      place,
      before: risks.filter(({ inherent }) => inherent?.level === level.id).length,
      after: risks.filter(({ residual }) => residual?.level === level.id).length,
    }))
    .reverse();
  const most = Math.max(1, ...rows.flatMap(({ before, after }) => [before, after]));
  const bar = (count: number, place: number) => (
    <Bar count={count} share={count / most} place={place} places={scale.levels.length} />
  );
  return (
    <Table
      whole
      rows={rows}
      columns={[
        { header: t('documents.level'), width: 90, cell: ({ id }) => <LevelTag scale={scale} level={id} /> },
        { header: t('documents.before'), cell: ({ before, place }) => bar(before, place) },
        { header: t('documents.after'), cell: ({ after, place }) => bar(after, place) },
      ]}
    />
  );
}

function Bar({
  count,
  share,
  place,
  places,
}: {
  count: number;
  share: number;
  place: number;
  places: number;
}) {
  return (
    <View style={{ flexDirection: 'row', alignItems: 'center' }}>
      <Text style={{ ...type.small, width: 26 }}>{count}</Text>
      <View style={{ flexGrow: 1 }}>
        {count > 0 && (
          <View
            style={{
              width: `${Math.max(2, share * 96)}%`,
              height: 7,
              border: `0.5 solid ${color.soft}`,
              backgroundColor: levelColors(place, places).backgroundColor,
            }}
          />
        )}
      </View>
    </View>
  );
}
