import { t } from '~/messages';
import { ActionList } from '../parts/action-list';
import { EarlierLessons } from '../parts/earlier-lessons';
import { DocumentPage } from '../parts/document-page';
import { Heading, SectionHeading } from '../parts/headings';
import { MoneyByStatus } from '../parts/money-by-status';
import type { SectionProps } from './section';

export function PlanSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentPage frame={frame} id={id} title={title}>
      <SectionHeading number={number} title={title} lead={t('documents.planLead')} />
      <MoneyByStatus totals={report.planTotals} />
      <Heading>{t('documents.allActions')}</Heading>
      <ActionList report={report} />
      <EarlierLessons lessons={report.earlierLessons} />
    </DocumentPage>
  );
}
