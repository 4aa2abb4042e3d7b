import { t } from '~/messages';
import { DocumentPage } from '../parts/document-page';
import { Heading, Nothing, SectionHeading } from '../parts/headings';
import type { SectionProps } from '../risk-analysis-report/section';
import { ActionTable } from './action-table';
import { byOwner } from './plan-sums';

export function OwnersSection({ report, frame, id, number, title }: SectionProps) {
  const groups = byOwner(report.actions);
  return (
    <DocumentPage frame={frame} id={id} title={title}>
      <SectionHeading number={number} title={title} lead={t('documents.byOwnerLead')} />
      {groups.length === 0 && <Nothing>{t('documents.noActions')}</Nothing>}
      {groups.flatMap((group, index) => [
        <Heading key={group.label} space={index === 0 ? 0 : 18}>
          {group.label}
        </Heading>,
        <ActionTable key={`${group.label} actions`} actions={group.actions} withOwner={false} />,
      ])}
    </DocumentPage>
  );
}
