import type { Reply } from '~/api/reply';
import { NumberTiles, type NumberTile } from '~/features/assessments/number-tiles';
import { t } from '~/messages';
import { dateFormat, formatMoney } from '~/messages/formats';
import { useCan } from '~/session/session';
import { DataTable, type Column } from '~/ui/table/data-table';
import { TableExport } from '~/ui/table/table-export';
import { Money } from '~/ui/text/money';
import { Section } from '~/ui/text/section';
import styles from './plan-summary.module.css';

type Summary = Reply<'/api/v1/plan/summary', 'get'>;
type Month = Summary['byMonth'][number];
type Owner = Summary['byOwner'][number];

/** The plan's money in a glance; months and owners one press further. */
export function PlanSummary({ summary, assessmentId }: { summary: Summary; assessmentId: string | null }) {
  const mayExport = useCan('report:export');
  return (
    <Section
      title={t('remediation.summary')}
      actions={
        mayExport && (
          <TableExport
            files={{ list: '/api/v1/plan/summary', filters: { assessmentId: assessmentId ?? undefined } }}
            label={t('remediation.exportMoney')}
          />
        )
      }
    >
      <NumberTiles tiles={tilesOf(summary)} />
      <div className={styles.tables}>
        <details>
          <summary>{t('remediation.byMonth')}</summary>
          <DataTable
            plain
            caption={t('remediation.byMonth')}
            columns={monthColumns()}
            rows={summary.byMonth}
            rowKey={({ month }) => month ?? ''}
            empty={null}
          />
        </details>
        <details>
          <summary>{t('remediation.byOwner')}</summary>
          <DataTable
            plain
            caption={t('remediation.byOwner')}
            columns={ownerColumns()}
            rows={summary.byOwner}
            rowKey={({ owner }) => owner?.id ?? ''}
            empty={null}
          />
        </details>
      </div>
    </Section>
  );
}

function tilesOf(summary: Summary): NumberTile[] {
  const notes = [
    summary.unowned > 0 && t('remediation.unowned', { count: summary.unowned }),
    summary.undated > 0 && t('remediation.undated', { count: summary.undated }),
  ].filter(Boolean);
  const over = summary.overBudget.count;
  return [
    {
      label: t('remediation.actionsCount'),
      value: summary.count,
      note: notes.join(', ') || undefined,
      tone: notes.length > 0 ? 'bad' : 'plain',
    },
    { label: t('remediation.overdue'), value: summary.overdue.count, to: '/plan?overdue=true' },
    { label: t('remediation.awaiting'), value: summary.awaitingValidation.count, to: '/plan?status=done' },
    {
      label: t('remediation.budget'),
      value: formatMoney(summary.budgetCents),
      note: yearly(summary.yearlyBudgetCents),
    },
    {
      label: t('remediation.spent'),
      value: formatMoney(summary.spentCents),
      note: [yearly(summary.yearlySpentCents), over > 0 && t('remediation.overBudgetCount', { count: over })]
        .filter(Boolean)
        .join(', '),
      tone: over > 0 ? 'bad' : 'plain',
      to: over > 0 ? '/plan?overBudget=true' : undefined,
    },
    {
      label: t('remediation.left'),
      value: formatMoney(summary.budgetCents - summary.spentCents),
      note: yearly(summary.yearlyBudgetCents - summary.yearlySpentCents),
    },
  ];
}

function yearly(cents: number): string | undefined {
  return cents === 0 ? undefined : `${formatMoney(cents)} ${t('remediation.yearly')}`;
}

interface Sum {
  count: number;
  budgetCents: number;
  spentCents: number;
  yearlyBudgetCents: number;
  yearlySpentCents: number;
}

function moneyColumns<Row extends Sum>(): Column<Row>[] {
  return [
    { key: 'count', header: t('remediation.actionsCount'), align: 'end', cell: ({ count }) => count },
    {
      key: 'budget',
      header: t('remediation.budget'),
      align: 'end',
      cell: ({ budgetCents }) => <Money cents={budgetCents} />,
    },
    {
      key: 'spent',
      header: t('remediation.spent'),
      align: 'end',
      cell: ({ spentCents }) => <Money cents={spentCents} />,
    },
    {
      key: 'yearlyBudget',
      header: t('remediation.yearlyBudget'),
      align: 'end',
      cell: ({ yearlyBudgetCents }) => <Money cents={yearlyBudgetCents} />,
    },
    {
      key: 'yearlySpent',
      header: t('remediation.yearlySpent'),
      align: 'end',
      cell: ({ yearlySpentCents }) => <Money cents={yearlySpentCents} />,
    },
  ];
}

function monthColumns(): Column<Month>[] {
  return [
    { key: 'month', header: t('remediation.month'), cell: ({ month }) => monthName(month) },
    ...moneyColumns<Month>(),
  ];
}

function ownerColumns(): Column<Owner>[] {
  return [
    {
      key: 'owner',
      header: t('remediation.owner'),
      cell: ({ owner }) => owner?.name ?? t('remediation.noOwner'),
    },
    ...moneyColumns<Owner>(),
    { key: 'overdue', header: t('remediation.overdue'), align: 'end', cell: ({ overdue }) => overdue },
  ];
}

function monthName(month: string | null): string {
  if (!month) return t('remediation.noMonth');
  const first = new Date(`${month.slice(0, 7)}-01T00:00:00Z`);
  return dateFormat({ year: 'numeric', month: 'long', timeZone: 'UTC' }).format(first);
}
