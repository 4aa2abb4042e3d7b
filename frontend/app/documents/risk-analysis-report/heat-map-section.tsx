import { View } from '@react-pdf/renderer';
import { t } from '~/messages';
import { DocumentPage } from '../parts/document-page';
import { Heading, SectionHeading } from '../parts/headings';
import { HeatMap } from '../parts/heat-map';
import { LevelBars } from '../parts/level-bars';
import type { SectionProps } from './section';

const SMALL_SCALE = 3;

export function HeatMapSection({ report, frame, id, number, title }: SectionProps) {
  const { scale } = report.assessment;
  const cell = scale.impact.length <= SMALL_SCALE ? 58 : 38;
  return (
    <DocumentPage frame={frame} id={id} title={title}>
      <SectionHeading number={number} title={title} lead={t('documents.heatMapsLead')} />
      <View style={{ flexDirection: 'row', justifyContent: 'space-between' }} wrap={false}>
        <HeatMap scale={scale} title={t('documents.before')} counts={report.heatMap.inherent} cell={cell} />
        <HeatMap scale={scale} title={t('documents.after')} counts={report.heatMap.residual} cell={cell} />
      </View>
      <Heading space={26}>{t('documents.levelsTitle')}</Heading>
      <LevelBars scale={scale} risks={report.risks} />
    </DocumentPage>
  );
}
