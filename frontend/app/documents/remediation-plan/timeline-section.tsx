import { t } from '~/messages';
import { dayIn } from '../format';
import { DocumentSection } from '../parts/document-section';
import { Nothing } from '../parts/headings';
import type { SectionProps } from '../document-part';
import { ActionGroup } from './action-group';
import { byMonth } from './plan-sums';

export function TimelineSection({ report, frame, id, number, title }: SectionProps) {
  const groups = byMonth(report.actions);
  const today = dayIn(report.generatedAt, frame.timeZone);
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.timelineLead')}>
      {groups.length === 0 && <Nothing>{t('documents.noActions')}</Nothing>}
      {groups.map((group, index) => (
        <ActionGroup
          key={group.label}
          heading={group.label}
          actions={group.actions}
          today={today}
          first={index === 0}
          withOwner
        />
      ))}
    </DocumentSection>
  );
}
