import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { AssessmentReport } from '../assessment-report';
import { formatMoney } from '~/messages/formats';
import { number } from '../format';
import { type } from '../look';
import { word } from '../words';
import { Table, type TableColumn } from './table';

interface Line {
  label: string;
  count: number;
  budgetCents: number;
  spentCents: number;
  /** Reports that were signed before costs of each year were asked for lack them. */
  yearlyBudgetCents?: number;
  yearlySpentCents?: number;
}

interface MoneyTableProps {
  name: string;
  lines: readonly Line[];
  /** The sum of the lines, unless it is another one. */
  total?: Line;
  /** Of the whole plan, so that all its tables have the same columns. */
  hasYearly: boolean;
}

/** Whether anything of the plan costs something each year. */
export function costsYearly({ yearlyBudgetCents = 0, yearlySpentCents = 0 }: Partial<Line>): boolean {
  return yearlyBudgetCents + yearlySpentCents > 0;
}

function sumOf(lines: readonly Line[]): Line {
  const sum = (of: (line: Line) => number | undefined) =>
    lines.reduce((all, line) => all + (of(line) ?? 0), 0);
  return {
    label: t('documents.total'),
    count: sum(({ count }) => count),
    budgetCents: sum(({ budgetCents }) => budgetCents),
    spentCents: sum(({ spentCents }) => spentCents),
    yearlyBudgetCents: sum(({ yearlyBudgetCents }) => yearlyBudgetCents),
    yearlySpentCents: sum(({ yearlySpentCents }) => yearlySpentCents),
  };
}

/** Budget and what was spent, line by line, with the sum beneath. */
export function MoneyTable({ name, lines, total = sumOf(lines), hasYearly }: MoneyTableProps) {
  const rows = [...lines, total];
  const cell = (value: (line: Line) => string) => (line: Line) => (
    <Text style={{ ...type.small, textAlign: 'right', ...(line === total ? type.strong : {}) }}>
      {value(line)}
    </Text>
  );
  const yearly = (header: string, of: (line: Line) => number | undefined): TableColumn<Line> => ({
    header,
    width: 66,
    align: 'right',
    cell: cell((line) => formatMoney(of(line) ?? 0)),
  });
  return (
    <Table
      rows={rows}
      columns={[
        {
          header: name,
          share: 2,
          cell: (line) => (
            <Text style={{ ...type.small, ...(line === total ? type.strong : {}) }}>{line.label}</Text>
          ),
        },
        {
          header: t('documents.count'),
          width: hasYearly ? 46 : 60,
          align: 'right',
          cell: cell(({ count }) => number(count)),
        },
        {
          header: t('documents.budget'),
          width: hasYearly ? 66 : 84,
          align: 'right',
          cell: cell(({ budgetCents }) => formatMoney(budgetCents)),
        },
        {
          header: t('documents.spent'),
          width: hasYearly ? 66 : 84,
          align: 'right',
          cell: cell(({ spentCents }) => formatMoney(spentCents)),
        },
        {
          header: t('documents.left'),
          width: hasYearly ? 66 : 84,
          align: 'right',
          cell: cell(({ budgetCents, spentCents }) => formatMoney(budgetCents - spentCents)),
        },
        ...(hasYearly
          ? [
              yearly(t('documents.yearlyBudget'), ({ yearlyBudgetCents }) => yearlyBudgetCents),
              yearly(t('documents.yearlySpent'), ({ yearlySpentCents }) => yearlySpentCents),
            ]
          : []),
      ]}
    />
  );
}

export function MoneyByStatus({ totals }: { totals: AssessmentReport['planTotals'] }) {
  const entries = Object.entries(totals.byStatus);
  const lines = entries
    .filter(([, { count }]) => count > 0)
    .map(([status, sum]) => ({ label: word('actionStatus', status), ...sum }));
  const counted = entries
    .filter(([status]) => status !== 'cancelled')
    .reduce((count, [, sum]) => count + sum.count, 0);
  const hasCancelled = (totals.byStatus.cancelled?.count ?? 0) > 0;
  return (
    <View>
      <MoneyTable
        name={t('documents.byStatus')}
        lines={lines}
        hasYearly={costsYearly(totals)}
        total={{
          label: t('documents.total'),
          count: counted,
          budgetCents: totals.budgetCents,
          spentCents: totals.spentCents,
          yearlyBudgetCents: totals.yearlyBudgetCents,
          yearlySpentCents: totals.yearlySpentCents,
        }}
      />
      {hasCancelled && <Text style={{ ...type.label, marginTop: 4 }}>{t('documents.cancelledNote')}</Text>}
    </View>
  );
}
