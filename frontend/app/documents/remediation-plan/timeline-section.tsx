import { t } from '~/messages';
import { formatMoney } from '~/messages/formats';
import { DocumentPage } from '../parts/document-page';
import { Nothing, SectionHeading } from '../parts/headings';
import type { SectionProps } from '../risk-analysis-report/section';
import { ActionGroup } from './action-group';
import { byMonth } from './plan-sums';

export function TimelineSection({ report, frame, id, number, title }: SectionProps) {
  const groups = byMonth(report.actions);
  return (
    <DocumentPage frame={frame} id={id} title={title}>
      <SectionHeading number={number} title={title} lead={t('documents.timelineLead')} />
      {groups.length === 0 && <Nothing>{t('documents.noActions')}</Nothing>}
      {groups.map((group, index) => (
        <ActionGroup
          key={group.label}
          heading={`${group.label}   ${formatMoney(group.budgetCents)}`}
          actions={group.actions}
          first={index === 0}
          withOwner
        />
      ))}
    </DocumentPage>
  );
}
