import { Injectable } from '@nestjs/common';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { ROWS_A_PAGE, rowsOfPages } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { listRisks } from '../persistence/risk-list.query.js';
import type { RiskExportQuery } from '../risk.schemas.js';
import { ListRisks } from './list-risks.js';

type Row = Awaited<ReturnType<ListRisks['whole']>>['items'][number];

/** The register as a file, under the filters and in the order of the view. */
@Injectable()
export class ExportRisks {
  constructor(
    private readonly db: TenantDb,
    private readonly risks: ListRisks,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, query: RiskExportQuery): Promise<TableFile> {
    await this.db.write(async (tx) => {
      const { total, totalIsCapped } = await listRisks(tx, { ...query, limit: 1 });
      tx.audit.record({
        action: 'risk.exported',
        target: { type: 'risk', id: null },
        detail: { rows: total, totalIsCapped, ...takenOut(format, query) },
      });
    });
    const batches = rowsOfPages((cursor) => this.risks.whole({ ...query, limit: ROWS_A_PAGE, cursor }));
    return tableFile(format, { name: 'risk-register', columns: COLUMNS, batches });
  }
}

/** As many names as a cell takes, and how many more there are. */
function furtherWords({ further, furtherSubjects }: Row): string | null {
  if (furtherSubjects === 0) return null;
  const names = further.map(({ name }) => name).join('; ');
  return furtherSubjects > further.length ? `${names}; and ${furtherSubjects - further.length} more` : names;
}

const COLUMNS: readonly TableColumn<Row>[] = [
  { key: 'number', heading: 'Risk number', value: ({ number }) => `R-${number}` },
  { key: 'title', heading: 'Risk', value: ({ title }) => title },
  { key: 'description', heading: 'Description', value: ({ description }) => description },
  { key: 'subject', heading: 'Concerns', value: ({ subject }) => subject?.name ?? null },
  { key: 'further', heading: 'Also concerns', value: (row) => furtherWords(row) },
  {
    key: 'threat',
    heading: 'Threat',
    value: ({ threatId }) => threatId,
    words: ({ catalog }) => catalog,
  },
  {
    key: 'vulnerability',
    heading: 'Weak point',
    value: ({ vulnerabilityId }) => vulnerabilityId,
    words: ({ catalog }) => catalog,
  },
  { key: 'assessment', heading: 'Assessment', value: ({ assessmentTitle }) => assessmentTitle },
  {
    key: 'inherentLevel',
    heading: 'Before safeguards',
    value: ({ inherentLevel }) => inherentLevel?.label ?? null,
  },
  {
    key: 'inherentLikelihood',
    heading: 'Likelihood before',
    value: (row) => row.inherentLikelihood,
    words: ({ likelihoods }) => likelihoods,
  },
  {
    key: 'inherentImpact',
    heading: 'Impact before',
    value: (row) => row.inherentImpact,
    words: ({ impacts }) => impacts,
  },
  {
    key: 'safeguardIds',
    heading: 'Safeguards',
    value: ({ safeguardIds }) => safeguardIds,
    words: ({ catalog }) => catalog,
  },
  { key: 'safeguards', heading: 'What protects you today', value: ({ safeguards }) => safeguards },
  {
    key: 'residualLevel',
    heading: 'With safeguards',
    value: ({ residualLevel }) => residualLevel?.label ?? null,
  },
  {
    key: 'residualLikelihood',
    heading: 'Likelihood with',
    value: (row) => row.residualLikelihood,
    words: ({ likelihoods }) => likelihoods,
  },
  {
    key: 'residualImpact',
    heading: 'Impact with',
    value: (row) => row.residualImpact,
    words: ({ impacts }) => impacts,
  },
  { key: 'ratingReason', heading: 'Reason for the rating', value: ({ ratingReason }) => ratingReason },
  {
    key: 'treatment',
    heading: 'Treatment',
    value: ({ treatment }) => treatment,
    words: codeWords.treatment,
  },
  {
    key: 'treatmentReason',
    heading: 'Reason for the treatment',
    value: ({ treatmentReason }) => treatmentReason,
  },
  {
    key: 'acceptance',
    heading: 'Acceptance',
    value: ({ acceptance }) => acceptance,
    words: codeWords.acceptance,
  },
  {
    key: 'acceptanceAskedBy',
    heading: 'Acceptance asked by',
    value: ({ approval }) => approval?.askedBy ?? null,
  },
  { key: 'acceptedBy', heading: 'Accepted by', value: ({ approval }) => approval?.approved?.by ?? null },
  { key: 'acceptedAt', heading: 'Accepted at', value: ({ approval }) => approval?.approved?.at ?? null },
  {
    key: 'acceptedUntil',
    heading: 'Accepted until',
    value: ({ approval }) => approval?.approved?.untilOn ?? null,
  },
  {
    key: 'acceptedFor',
    heading: 'Why it is accepted',
    value: ({ approval }) => approval?.approved?.reason ?? null,
  },
  {
    key: 'acceptanceNote',
    heading: 'Note on the acceptance',
    value: ({ approval }) => approval?.approved?.note ?? null,
  },
  { key: 'carriedFrom', heading: 'Carried from', value: ({ carried }) => carried?.from ?? null },
  { key: 'reviewedAt', heading: 'Reviewed at', value: ({ carried }) => carried?.reviewedAt ?? null },
  {
    key: 'subjectEnd',
    heading: 'End of what it concerns',
    value: ({ subjectEnd }) => subjectEnd,
    words: codeWords.subjectEnd,
  },
  { key: 'owner', heading: 'Owner', value: ({ owner }) => owner?.name ?? null },
  { key: 'openActions', heading: 'Open actions', value: ({ openActions }) => openActions },
  { key: 'status', heading: 'Status', value: ({ status }) => status, words: codeWords.riskStatus },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
  { key: 'updatedAt', heading: 'Last changed at', value: ({ updatedAt }) => updatedAt },
];
