import { t } from '~/messages';
import type { ReportChanges } from '../assessment-report';
import { day } from '../format';
import { word } from '../words';
import { DocumentSection } from '../parts/document-section';
import { Heading, Nothing } from '../parts/headings';
import { AnswerHeaps } from './changes/answer-heaps';
import { ChangeHeap } from './changes/change-heap';
import { EnvironmentHeap } from './changes/environment-heap';
import { InventoryHeaps } from './changes/inventory-heaps';
import { RiskHeaps } from './changes/risk-heaps';
import type { SectionProps } from '../document-part';

/** What is new, changed and gone since the analysis that this one follows. 45 CFR 164.308(a)(8), 164.316(b)(2)(iii) */
export function ChangesSection({ report, frame, id, number, title }: SectionProps) {
  const { changes } = report;
  return (
    <DocumentSection
      frame={frame}
      id={id}
      number={number}
      title={title}
      lead={changes ? leadOf(changes) : undefined}
    >
      {!changes && <Nothing>{t('documents.changesNotTold')}</Nothing>}
      {changes && (
        <>
          <RiskHeaps changes={changes} />
          <InventoryHeaps title={t('changes.assets')} changes={changes.assets} />
          <InventoryHeaps title={t('changes.dataFlows')} changes={changes.dataFlows} />
          <SpecificationHeap changes={changes} />
          <AnswerHeaps changes={changes} />
          <EnvironmentHeap environment={changes.environment} timeZone={frame.timeZone} />
        </>
      )}
    </DocumentSection>
  );
}

function leadOf({ previous }: ReportChanges): string {
  const { title, signedOn } = previous;
  return signedOn
    ? t('documents.changesSigned', { title, on: day(signedOn) })
    : t('documents.changesOpen', { title });
}

function SpecificationHeap({ changes: { specifications } }: { changes: ReportChanges }) {
  type Decision = (typeof specifications.items)[number]['from'];
  const decided = (decision: Decision) =>
    decision ? word('addressable', decision) : t('specifications.undecided');
  return (
    <>
      <Heading>{t('changes.specifications')}</Heading>
      {specifications.count === 0 && <Nothing>{t('changes.nothing')}</Nothing>}
      <ChangeHeap
        title={t('changes.changed', { count: specifications.count })}
        list={specifications}
        columns={[
          {
            header: t('changes.specification'),
            share: 2,
            cell: ({ title, citation }) => `${title}, ${citation}`,
          },
          { header: t('changes.before'), cell: ({ from }) => decided(from) },
          { header: t('changes.now'), cell: ({ to }) => decided(to) },
        ]}
      />
    </>
  );
}
