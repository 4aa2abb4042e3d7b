import { t } from '~/messages';
import { ActionList } from '../parts/action-list';
import { EarlierLessons } from '../parts/earlier-lessons';
import { DocumentSection } from '../parts/document-section';
import { Heading } from '../parts/headings';
import { MoneyByStatus } from '../parts/money-by-status';
import type { SectionProps } from '../document-part';

export function PlanSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.planLead')}>
      <MoneyByStatus totals={report.planTotals} />
      <Heading>{t('documents.allActions')}</Heading>
      <ActionList report={report} />
      <EarlierLessons lessons={report.earlierLessons} />
    </DocumentSection>
  );
}
