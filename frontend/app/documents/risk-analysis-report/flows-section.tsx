import { t } from '~/messages';
import type { ReportFlow } from '../assessment-report';
import { filled, small, strongLabel, title } from '../drawn/blocks';
import { Drawn } from '../drawn/drawn';
import { drawnFacts } from '../drawn/drawn-facts';
import { color, portrait } from '../look';
import { DocumentSection } from '../parts/document-section';
import type { Fact } from '../parts/facts';
import { Nothing } from '../parts/headings';
import { list, word } from '../words';
import type { SectionProps } from '../document-part';

const OFFSHORE = 120;

export function FlowsSection({ report, frame, id, number, title: heading }: SectionProps) {
  return (
    <DocumentSection frame={frame} id={id} number={number} title={heading} lead={t('documents.flowsLead')}>
      {report.dataFlows.length === 0 && <Nothing>{t('documents.noFlows')}</Nothing>}
      {report.dataFlows.map((flow, index) => (
        <FlowEntry key={index} flow={flow} />
      ))}
    </DocumentSection>
  );
}

function FlowEntry({ flow }: { flow: ReportFlow }) {
  const facts: Fact[] = [
    [t('documents.phiTypes'), list('phi', flow.phiTypes)],
    [t('documents.purpose'), flow.purpose],
    [t('documents.minimum'), flow.minimumNecessary],
    [t('documents.counterparty'), word('counterparty', flow.counterparty)],
    [t('dataFlows.transportMethod'), flow.transportMethod],
    [t('dataFlows.transportSecurity'), word('transport', flow.transportSecurity)],
  ];
  const heads = [
    {
      width: portrait.width - OFFSHORE,
      parts: [title(flow.name), small(`${flow.from}  \u2192  ${flow.to}`)],
    },
    {
      width: OFFSHORE,
      parts: filled(
        flow.offshore && strongLabel(t('dataFlows.concern_offshore'), { ink: color.bad, align: 'right' }),
      ),
    },
  ];
  return (
    <Drawn
      width={portrait.width}
      pad={8}
      ruled="above"
      parts={[{ columns: heads }, ...drawnFacts(facts, 3, portrait.width)]}
    />
  );
}
