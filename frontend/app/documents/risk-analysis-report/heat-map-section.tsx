import { View } from '@react-pdf/renderer';
import { t } from '~/messages';
import { DocumentSection } from '../parts/document-section';
import { HeatMap } from '../parts/heat-map';
import type { SectionProps } from '../document-part';

const SMALL_SCALE = 3;

export function HeatMapSection({ report, frame, id, number, title }: SectionProps) {
  const { scale } = report.assessment;
  const cell = scale.impact.length <= SMALL_SCALE ? 58 : 38;
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.heatMapsLead')}>
      <View style={{ flexDirection: 'row', justifyContent: 'space-between' }} wrap={false}>
        <HeatMap scale={scale} title={t('documents.before')} counts={report.heatMap.inherent} cell={cell} />
        <HeatMap scale={scale} title={t('documents.after')} counts={report.heatMap.residual} cell={cell} />
      </View>
    </DocumentSection>
  );
}
