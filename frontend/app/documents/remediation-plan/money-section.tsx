import { View } from '@react-pdf/renderer';
import { t } from '~/messages';
import { formatMoney } from '~/messages/formats';
import { dayIn, number as grouped } from '../format';
import { isLate, isOverBudget } from '../parts/action-entry';
import { DocumentPage } from '../parts/document-page';
import { Heading, SectionHeading } from '../parts/headings';
import { MoneyByStatus, MoneyTable } from '../parts/money-by-status';
import { StatRow } from '../parts/stat-row';
import type { SectionProps } from '../risk-analysis-report/section';
import { byMonth, byOwner, living } from './plan-sums';

export function MoneySection({ report, frame, id, number, title }: SectionProps) {
  const { planTotals: totals } = report;
  const today = dayIn(report.generatedAt, frame.timeZone);
  const actions = living(report.actions);
  const over = report.actions.filter(isOverBudget).length;
  const late = actions.filter((action) => isLate(action, today)).length;
  return (
    <DocumentPage frame={frame} id={id} title={title}>
      <SectionHeading number={number} title={title} lead={t('documents.planLead')} />
      <StatRow
        stats={[
          { value: grouped(actions.length), label: t('documents.actionsCounted', { count: actions.length }) },
          { value: grouped(late), label: t('documents.overdue') },
          { value: grouped(over), label: t('documents.overBudget') },
          { value: formatMoney(totals.budgetCents), label: t('documents.budgetPlanned') },
          { value: formatMoney(totals.spentCents), label: t('documents.spentSoFar') },
          { value: formatMoney(totals.budgetCents - totals.spentCents), label: t('documents.leftToSpend') },
        ]}
      />
      <View style={{ marginTop: 20 }}>
        <MoneyByStatus totals={totals} />
      </View>
      <Heading>{t('documents.byOwner')}</Heading>
      <MoneyTable name={t('documents.owner')} lines={byOwner(report.actions)} />
      <Heading>{t('documents.byMonth')}</Heading>
      <MoneyTable name={t('documents.due')} lines={byMonth(report.actions)} />
    </DocumentPage>
  );
}
