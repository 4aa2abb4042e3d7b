import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { AssessmentReport } from '../assessment-report';
import { formatMoney } from '~/messages/formats';
import { number } from '../format';
import { type } from '../look';
import { word } from '../words';
import { Table } from './table';

interface Line {
  label: string;
  count: number;
  budgetCents: number;
  spentCents: number;
}

/** Budget and what was spent, line by line, with the sum beneath. */
export function MoneyTable({ name, lines, total }: { name: string; lines: readonly Line[]; total?: Line }) {
  const rows = total ? [...lines, total] : lines;
  const cell = (value: (line: Line) => string) => (line: Line) => (
    <Text style={{ ...type.small, textAlign: 'right', ...(line === total ? type.strong : {}) }}>
      {value(line)}
    </Text>
  );
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
        { header: t('documents.count'), width: 60, align: 'right', cell: cell(({ count }) => number(count)) },
        {
          header: t('documents.budget'),
          width: 84,
          align: 'right',
          cell: cell(({ budgetCents }) => formatMoney(budgetCents)),
        },
        {
          header: t('documents.spent'),
          width: 84,
          align: 'right',
          cell: cell(({ spentCents }) => formatMoney(spentCents)),
        },
        {
          header: t('documents.left'),
          width: 84,
          align: 'right',
          cell: cell(({ budgetCents, spentCents }) => formatMoney(budgetCents - spentCents)),
        },
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
        total={{
          label: t('documents.total'),
          count: counted,
          budgetCents: totals.budgetCents,
          spentCents: totals.spentCents,
        }}
      />
      {hasCancelled && <Text style={{ ...type.label, marginTop: 4 }}>{t('documents.cancelledNote')}</Text>}
    </View>
  );
}
