import { t } from '~/messages';
import type { AssessmentReport } from '../assessment-report';
import { dayIn } from '../format';
import { ActionEntry } from './action-entry';
import { Nothing } from './headings';

export function ActionList({ report }: { report: AssessmentReport }) {
  const { timeZone } = report.organization;
  const today = dayIn(report.generatedAt, timeZone);
  if (report.actions.length === 0) return <Nothing>{t('documents.noActions')}</Nothing>;
  return report.actions.map((action) => (
    <ActionEntry
      key={action.id}
      action={action}
      scale={report.assessment.scale}
      timeZone={timeZone}
      today={today}
    />
  ));
}
