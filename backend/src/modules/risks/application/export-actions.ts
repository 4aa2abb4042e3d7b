import { Injectable } from '@nestjs/common';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { ROWS_A_PAGE, rowsOfPages } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { ActionExportQuery } from '../action.schemas.js';
import { listActions, listWholeActions } from '../persistence/action-list.query.js';
import { registerViewer } from './register-viewer.js';

type Row = Awaited<ReturnType<typeof listWholeActions>>['items'][number];

/** The plan as a file, or one's own part of it, under the filters and in the order of the view. */
@Injectable()
export class ExportActions {
  constructor(private readonly db: TenantDb) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, query: ActionExportQuery): Promise<TableFile> {
    const { seesAll, memberId } = registerViewer();
    const onlyOwnedBy = seesAll ? null : memberId;
    await this.db.write(async (tx) => {
      const { total, totalIsCapped } = await listActions(tx, { ...query, limit: 1 }, onlyOwnedBy);
      tx.audit.record({
        action: 'action.exported',
        target: { type: 'remediation-action', id: null },
        detail: { rows: total, totalIsCapped, ...takenOut(format, query) },
      });
    });
    const batches = rowsOfPages((cursor) =>
      this.db.read((tx) => listWholeActions(tx, { ...query, limit: ROWS_A_PAGE, cursor }, onlyOwnedBy)),
    );
    return tableFile(format, { name: 'remediation-plan', columns: COLUMNS, batches });
  }
}

function milestoneWords({ title, dueOn, doneOn }: Row['milestones'][number]): string {
  const days = [dueOn && `due ${dueOn}`, doneOn && `done ${doneOn}`].filter(Boolean);
  return days.length > 0 ? `${title} (${days.join(', ')})` : title;
}

const COLUMNS: readonly TableColumn<Row>[] = [
  { key: 'number', heading: 'Action number', value: ({ number }) => `A-${number}` },
  { key: 'title', heading: 'Action', value: ({ title }) => title },
  { key: 'description', heading: 'Description', value: ({ description }) => description },
  { key: 'risk', heading: 'Risk', value: ({ risk }) => risk && `R-${risk.number} ${risk.title}` },
  { key: 'finding', heading: 'Finding', value: ({ findingTitle }) => findingTitle },
  { key: 'assessment', heading: 'Assessment', value: ({ assessmentTitle }) => assessmentTitle },
  { key: 'owner', heading: 'Owner', value: ({ owner }) => owner?.name ?? null },
  { key: 'dueOn', heading: 'Due', value: ({ dueOn }) => dueOn },
  { key: 'overdue', heading: 'Overdue', value: ({ overdue }) => overdue },
  { key: 'lowers', heading: 'Lowers risks (expected after)', value: ({ lowers }) => lowers },
  { key: 'waitsFor', heading: 'Waits for actions', value: ({ waitsFor }) => waitsFor },
  { key: 'milestones', heading: 'Milestones', value: ({ milestones }) => milestones.map(milestoneWords) },
  { key: 'budget', heading: 'Budget', value: ({ budgetCents }) => dollars(budgetCents) },
  { key: 'spent', heading: 'Spent', value: ({ spentCents }) => dollars(spentCents) },
  {
    key: 'yearlyBudget',
    heading: 'Budget a year',
    value: ({ yearlyBudgetCents }) => dollars(yearlyBudgetCents),
  },
  { key: 'yearlySpent', heading: 'Spent a year', value: ({ yearlySpentCents }) => dollars(yearlySpentCents) },
  { key: 'overBudget', heading: 'Over budget', value: ({ overBudget }) => overBudget },
  { key: 'status', heading: 'Status', value: ({ status }) => status, words: codeWords.actionStatus },
  { key: 'statusReason', heading: 'Reason', value: ({ statusReason }) => statusReason },
  { key: 'completedOn', heading: 'Completed on', value: ({ completedOn }) => completedOn },
  { key: 'completedBy', heading: 'Completed by', value: ({ completedBy }) => completedBy },
  { key: 'evidence', heading: 'Evidence', value: ({ evidence }) => evidence },
  {
    key: 'noEvidenceReason',
    heading: 'Why there is no evidence',
    value: ({ noEvidenceReason }) => noEvidenceReason,
  },
  { key: 'validatedBy', heading: 'Checked by', value: ({ validatedBy }) => validatedBy },
  { key: 'validatedAt', heading: 'Checked at', value: ({ validatedAt }) => validatedAt },
  { key: 'validationNote', heading: 'What was seen', value: ({ validationNote }) => validationNote },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
  { key: 'updatedAt', heading: 'Last changed at', value: ({ updatedAt }) => updatedAt },
];

function dollars(cents: number | null): number | null {
  return cents === null ? null : cents / 100;
}
