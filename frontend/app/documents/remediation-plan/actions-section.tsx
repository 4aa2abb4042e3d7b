import { t } from '~/messages';
import { ActionList } from '../parts/action-list';
import { EarlierLessons } from '../parts/earlier-lessons';
import { DocumentSection } from '../parts/document-section';
import type { SectionProps } from '../document-part';

export function ActionsSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.allActionsLead')}>
      <ActionList report={report} />
      <EarlierLessons lessons={report.earlierLessons} />
    </DocumentSection>
  );
}
