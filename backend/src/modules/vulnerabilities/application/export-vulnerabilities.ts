import { Injectable } from '@nestjs/common';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { ROWS_A_PAGE, rowsOfPages } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { openDetail, type VulnerabilityDetail } from '../persistence/vulnerability-detail.js';
import { pageOfVulnerabilities, type VulnerabilityRow } from '../persistence/vulnerability-list.js';
import type { VulnerabilityExportQuery } from '../vulnerability.schemas.js';

type Exported = VulnerabilityRow & { words: VulnerabilityDetail };

/** The list as a file, under the filters of the view. */
@Injectable()
export class ExportVulnerabilities {
  constructor(private readonly db: TenantDb) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, filter: VulnerabilityExportQuery): Promise<TableFile> {
    await this.db.write(async (tx) => {
      const { total } = await pageOfVulnerabilities(tx, filter, { sort: 'severity', limit: 1 });
      tx.audit.record({
        action: 'vulnerability.exported',
        target: { type: 'vulnerability', id: null },
        detail: { rows: total, ...takenOut(format, filter) },
      });
    });
    const batches = rowsOfPages((cursor) =>
      this.db.read(async (tx) => {
        const request = { sort: 'severity', limit: ROWS_A_PAGE, cursor };
        const { rows, nextCursor } = await pageOfVulnerabilities(tx, filter, request);
        const items = rows.map((row): Exported => ({ ...row, words: openDetail(tx, row.id, row.detail) }));
        return { items, nextCursor };
      }),
    );
    return tableFile(format, { name: 'vulnerabilities', columns: COLUMNS, batches });
  }
}

const COLUMNS: readonly TableColumn<Exported>[] = [
  { key: 'title', heading: 'Title', value: ({ title }) => title },
  { key: 'severity', heading: 'Severity', value: ({ severity }) => severity, words: codeWords.severity },
  { key: 'cvss', heading: 'CVSS', value: ({ cvss }) => (cvss === null ? null : Number(cvss)) },
  { key: 'status', heading: 'Status', value: ({ status }) => status, words: codeWords.vulnerabilityStatus },
  { key: 'statusReason', heading: 'Reason', value: ({ statusReason }) => statusReason },
  { key: 'statusBy', heading: 'Status set by', value: ({ statusByName }) => statusByName },
  { key: 'statusOn', heading: 'Status set on', value: ({ statusOn }) => statusOn },
  { key: 'assetTag', heading: 'Asset tag', value: ({ assetTag }) => assetTag },
  { key: 'assetName', heading: 'Asset', value: ({ assetName }) => assetName },
  { key: 'host', heading: 'Host', value: ({ words }) => words.host },
  { key: 'location', heading: 'Place', value: ({ words }) => words.location },
  { key: 'tool', heading: 'Scanner', value: ({ tool }) => tool },
  { key: 'ruleId', heading: 'Number of the check', value: ({ ruleId }) => ruleId },
  { key: 'cves', heading: 'CVE', value: ({ cves }) => cves },
  { key: 'description', heading: 'Description', value: ({ words }) => words.description },
  { key: 'output', heading: 'What the scanner saw', value: ({ words }) => words.output },
  { key: 'solution', heading: 'Solution', value: ({ words }) => words.solution },
  { key: 'firstSeenOn', heading: 'First seen', value: ({ firstSeenOn }) => firstSeenOn },
  { key: 'lastSeenOn', heading: 'Last seen', value: ({ lastSeenOn }) => lastSeenOn },
  { key: 'absentSinceOn', heading: 'Not seen since', value: ({ absentSinceOn }) => absentSinceOn },
  { key: 'id', heading: 'Id', value: ({ id }) => typedId('vulnerability', id) },
  { key: 'updatedAt', heading: 'Last changed at', value: ({ updatedAt }) => updatedAt.toISOString() },
];
