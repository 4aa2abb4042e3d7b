import { View } from '@react-pdf/renderer';
import { t } from '~/messages';
import { formatMoney } from '~/messages/formats';
import { dayIn, number as grouped } from '../format';
import { isLate, isOverBudget } from '../parts/action-entry';
import { DocumentSection } from '../parts/document-section';
import { Heading } from '../parts/headings';
import { costsYearly, MoneyByStatus, MoneyTable } from '../parts/money-by-status';
import { StatRow } from '../parts/stat-row';
import { Table } from '../parts/table';
import type { AssessmentReport } from '../assessment-report';
import type { SectionProps } from '../document-part';
import { byMonth, byOwner, living } from './plan-sums';

export function MoneySection({ report, frame, id, number, title }: SectionProps) {
  const { planTotals: totals } = report;
  const today = dayIn(report.generatedAt, frame.timeZone);
  const actions = living(report.actions);
  const hasYearly = costsYearly(totals);
  const over = report.actions.filter(isOverBudget).length;
  const late = actions.filter((action) => isLate(action, today)).length;
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.planLead')}>
      <StatRow
        stats={[
          { value: grouped(actions.length), label: t('documents.actionsCounted', { count: actions.length }) },
          { value: grouped(late), label: t('documents.overdue') },
          { value: grouped(over), label: t('documents.overBudget') },
        ]}
      />
      <Heading>{t('documents.costs')}</Heading>
      <Costs totals={totals} />
      <View style={{ marginTop: 20 }}>
        <MoneyByStatus totals={totals} />
      </View>
      <Heading>{t('documents.byOwner')}</Heading>
      <MoneyTable name={t('documents.owner')} lines={byOwner(report.actions)} hasYearly={hasYearly} />
      <Heading>{t('documents.byMonth')}</Heading>
      <MoneyTable name={t('documents.due')} lines={byMonth(report.actions)} hasYearly={hasYearly} />
    </DocumentSection>
  );
}

/** What it costs once and what it costs each year: two sums that are never added up. */
function Costs({ totals }: { totals: AssessmentReport['planTotals'] }) {
  const { yearlyBudgetCents = 0, yearlySpentCents = 0 } = totals;
  const rows = [
    { label: t('documents.once'), budget: totals.budgetCents, spent: totals.spentCents },
    { label: t('documents.eachYear'), budget: yearlyBudgetCents, spent: yearlySpentCents },
  ];
  return (
    <Table
      rows={rows}
      columns={[
        { header: '', share: 2, cell: ({ label }) => label },
        {
          header: t('documents.budget'),
          width: 84,
          align: 'right',
          cell: ({ budget }) => formatMoney(budget),
        },
        { header: t('documents.spent'), width: 84, align: 'right', cell: ({ spent }) => formatMoney(spent) },
        {
          header: t('documents.left'),
          width: 84,
          align: 'right',
          cell: ({ budget, spent }) => formatMoney(budget - spent),
        },
      ]}
    />
  );
}
