import { t } from '~/messages';
import { ActionList } from '../parts/action-list';
import { EarlierLessons } from '../parts/earlier-lessons';
import { DocumentPage } from '../parts/document-page';
import { SectionHeading } from '../parts/headings';
import type { SectionProps } from '../risk-analysis-report/section';

export function ActionsSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentPage frame={frame} id={id} title={title}>
      <SectionHeading number={number} title={title} lead={t('documents.allActionsLead')} />
      <ActionList report={report} />
      <EarlierLessons lessons={report.earlierLessons} />
    </DocumentPage>
  );
}
