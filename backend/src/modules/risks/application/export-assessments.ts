import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { ROWS_A_PAGE, rowsOfPages } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import type { AssessmentExportQuery, AssessmentPage } from '../assessment.schemas.js';
import { ListAssessments } from './list-assessments.js';

/** The list of analyses as a file, under its filter. */
@Injectable()
export class ExportAssessments {
  constructor(
    private readonly db: TenantDb,
    private readonly assessments: ListAssessments,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, query: AssessmentExportQuery): Promise<TableFile> {
    const { total, totalIsCapped } = await this.assessments.execute({ ...query, limit: 1 });
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'assessment.exported',
        target: { type: 'assessment', id: null },
        detail: { rows: total, totalIsCapped, ...takenOut(format, query) },
      });
    });
    const batches = rowsOfPages((cursor) =>
      this.assessments.execute({ ...query, limit: ROWS_A_PAGE, cursor }),
    );
    return tableFile(format, { name: 'assessments', columns: COLUMNS, batches });
  }
}

const COLUMNS: readonly TableColumn<AssessmentPage['items'][number]>[] = [
  { key: 'title', heading: 'Assessment', value: ({ title }) => title },
  { key: 'status', heading: 'Status', value: ({ status }) => status, words: codeWords.assessmentStatus },
  { key: 'questionnaire', heading: 'Questions', value: ({ questionnaire }) => questionnaire.title },
  { key: 'answered', heading: 'Answered', value: ({ progress }) => progress.answered },
  { key: 'questions', heading: 'Of how many', value: ({ progress }) => progress.total },
  { key: 'openFindings', heading: 'Open findings', value: ({ openFindings }) => openFindings },
  { key: 'risks', heading: 'Risks', value: ({ risks }) => risks },
  { key: 'preparedBy', heading: 'Prepared by', value: ({ preparedBy }) => preparedBy.name },
  { key: 'startedOn', heading: 'Started on', value: ({ startedOn }) => startedOn },
  { key: 'signedOn', heading: 'Signed on', value: ({ signedOn }) => signedOn },
  { key: 'carriedOnTo', heading: 'Goes on in', value: ({ carriedOnTo }) => carriedOnTo?.title ?? null },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
];
