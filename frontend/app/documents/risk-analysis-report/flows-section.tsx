import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { ReportFlow } from '../assessment-report';
import { color, type } from '../look';
import { DocumentPage } from '../parts/document-page';
import { Facts } from '../parts/facts';
import { Nothing, SectionHeading } from '../parts/headings';
import { list, word } from '../words';
import type { SectionProps } from './section';

export function FlowsSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentPage frame={frame} id={id} title={title}>
      <SectionHeading number={number} title={title} lead={t('documents.flowsLead')} />
      {report.dataFlows.length === 0 && <Nothing>{t('documents.noFlows')}</Nothing>}
      {report.dataFlows.map((flow, index) => (
        <FlowEntry key={index} flow={flow} />
      ))}
    </DocumentPage>
  );
}

function FlowEntry({ flow }: { flow: ReportFlow }) {
  return (
    <View
      wrap={flow.purpose.length + flow.minimumNecessary.length > 1600}
      style={{ paddingVertical: 8, borderTop: `0.5 solid ${color.line}` }}
    >
      <View style={{ flexDirection: 'row' }}>
        <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
          <Text style={type.h3}>{flow.name}</Text>
          <Text style={{ ...type.small, marginBottom: 4 }}>{`${flow.from}  \u2192  ${flow.to}`}</Text>
        </View>
        {flow.offshore && (
          <Text style={{ ...type.label, ...type.strong, color: color.bad }}>{t('documents.offshore')}</Text>
        )}
      </View>
      <Facts
        columns={3}
        facts={[
          [t('documents.phiTypes'), list(flow.phiTypes)],
          [t('documents.purpose'), flow.purpose],
          [t('documents.minimum'), flow.minimumNecessary],
          [t('documents.counterparty'), word('counterparty', flow.counterparty)],
          [
            t('documents.transport'),
            [flow.transportMethod, word('security', flow.transportSecurity)].filter(Boolean).join(', '),
          ],
        ]}
      />
    </View>
  );
}
