import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { inPieces } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import type { PlanSummaryQuery, PlanSummaryView } from '../plan.schemas.js';
import { PlanSummary } from './plan-summary.js';

type Sum = Omit<PlanSummaryView['byMonth'][number], 'month'>;

/** The money of one month, or of one person. */
interface Row extends Sum {
  by: keyof typeof codeWords.planMoney;
  /** Null: no date yet, or nobody's. */
  of: string | null;
  /** Of months it is not counted. */
  overdue: number | null;
}

/** What the plan costs as a file: by month and by owner, as the page has it, cancelled actions left out. */
@Injectable()
export class ExportPlanMoney {
  constructor(
    private readonly db: TenantDb,
    private readonly summary: PlanSummary,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, query: PlanSummaryQuery): Promise<TableFile> {
    const rows = rowsOf(await this.summary.execute(query.assessmentId ?? null));
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'action.money-exported',
        target: { type: 'remediation-action', id: null },
        detail: { rows: rows.length, ...takenOut(format, query) },
      });
    });
    return tableFile(format, { name: 'money-of-the-plan', columns: COLUMNS, batches: inPieces(rows) });
  }
}

function rowsOf({ byMonth, byOwner }: PlanSummaryView): Row[] {
  return [
    ...byMonth.map(({ month, ...sum }): Row => ({ ...sum, by: 'month', of: month, overdue: null })),
    ...byOwner.map(({ owner, ...sum }): Row => ({ ...sum, by: 'owner', of: owner?.name ?? null })),
  ];
}

const COLUMNS: readonly TableColumn<Row>[] = [
  { key: 'by', heading: 'By', value: ({ by }) => by, words: codeWords.planMoney },
  { key: 'of', heading: 'Month or owner', value: (row) => row.of },
  { key: 'actions', heading: 'Actions', value: ({ count }) => count },
  { key: 'budget', heading: 'Budget', value: ({ budgetCents }) => budgetCents / 100 },
  { key: 'spent', heading: 'Spent', value: ({ spentCents }) => spentCents / 100 },
  {
    key: 'yearlyBudget',
    heading: 'Budget a year',
    value: ({ yearlyBudgetCents }) => yearlyBudgetCents / 100,
  },
  { key: 'yearlySpent', heading: 'Spent a year', value: ({ yearlySpentCents }) => yearlySpentCents / 100 },
  { key: 'overdue', heading: 'Overdue', value: ({ overdue }) => overdue },
];
