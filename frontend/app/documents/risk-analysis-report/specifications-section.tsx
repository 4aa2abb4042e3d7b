import { t } from '~/messages';
import type { AssessmentReport } from '../assessment-report';
import { filled, labelled, note, small, strong, type Part } from '../drawn/blocks';
import { drawnEvidence } from '../drawn/drawn-evidence';
import { DrawnTable } from '../drawn/drawn-table';
import { momentDay } from '../format';
import { color } from '../look';
import { DocumentSection } from '../parts/document-section';
import { Nothing } from '../parts/headings';
import { word } from '../words';
import type { SectionProps } from '../document-part';

type Specification = NonNullable<AssessmentReport['specifications']>[number];

/** The decision record on addressable specifications. 45 CFR 164.306(d)(3) */
export function SpecificationsSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentSection
      frame={frame}
      id={id}
      number={number}
      title={title}
      lead={t('documents.specificationsLead')}
    >
      {report.specifications === undefined ? (
        <Nothing>{t('documents.specificationsNotAsked')}</Nothing>
      ) : (
        <DrawnTable
          rows={report.specifications}
          columns={[
            {
              header: t('documents.specification'),
              share: 3,
              cell: ({ title: name, citation, summary }) => [strong(name), note(citation), small(summary)],
            },
            {
              header: t('documents.specificationDecision'),
              share: 2,
              cell: (row) => decisionOf(row, frame.timeZone),
            },
            {
              header: t('documents.specificationWords'),
              share: 4,
              cell: (row) => wordsOf(row, frame.timeZone),
            },
          ]}
        />
      )}
    </DocumentSection>
  );
}

function decisionOf({ decision }: Specification, timeZone: string): Part[] {
  if (!decision) return [small(t('documents.specificationUndecided'), { ink: color.bad })];
  const { decidedBy, decidedAt } = decision;
  return [
    strong(word('addressable', decision.decision)),
    note(`${decidedBy}, ${momentDay(decidedAt, timeZone)}`),
  ];
}

function wordsOf({ decision }: Specification, timeZone: string): Part[] {
  if (!decision) return [];
  return filled(
    decision.measure && labelled(t('documents.specificationMeasure'), decision.measure),
    decision.reasoning && labelled(t('documents.specificationReason'), decision.reasoning, { gap: 2 }),
    drawnEvidence(decision.evidence ?? [], timeZone),
  );
}
