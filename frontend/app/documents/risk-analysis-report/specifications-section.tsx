import { t } from '~/messages';
import type { AssessmentReport } from '../assessment-report';
import { DrawnTable } from '../drawn/drawn-table';
import { momentDay } from '../format';
import { DocumentPage } from '../parts/document-page';
import { Nothing, SectionHeading } from '../parts/headings';
import { word } from '../words';
import type { SectionProps } from './section';

type Specification = NonNullable<AssessmentReport['specifications']>[number];

/** The decision record on addressable specifications. 45 CFR 164.306(d)(3) */
export function SpecificationsSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentPage frame={frame} id={id} title={title}>
      <SectionHeading number={number} title={title} lead={t('documents.specificationsLead')} />
      {report.specifications === undefined ? (
        <Nothing>{t('documents.specificationsNotAsked')}</Nothing>
      ) : (
        <DrawnTable
          rows={report.specifications}
          columns={[
            {
              header: t('documents.specification'),
              share: 3,
              cell: ({ title: name, citation, summary }) => `${name}, ${citation}. ${summary}`,
            },
            {
              header: t('documents.specificationDecision'),
              share: 2,
              cell: (row) => decisionOf(row, frame.timeZone),
            },
            { header: t('documents.specificationWords'), share: 4, cell: wordsOf },
          ]}
        />
      )}
    </DocumentPage>
  );
}

function decisionOf({ decision }: Specification, timeZone: string): string {
  if (!decision) return t('documents.specificationUndecided');
  const { decidedBy, decidedAt } = decision;
  return `${word('addressable', decision.decision)}: ${decidedBy}, ${momentDay(decidedAt, timeZone)}`;
}

function wordsOf({ decision }: Specification): string {
  if (!decision) return '';
  return [
    decision.measure && t('documents.specificationMeasure', { text: decision.measure }),
    decision.reasoning && t('documents.specificationReason', { text: decision.reasoning }),
  ]
    .filter(Boolean)
    .join(' ');
}
