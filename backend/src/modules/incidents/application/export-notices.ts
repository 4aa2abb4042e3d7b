import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { oldestFirst } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { registeredNotices, type RegisteredNotice } from '../persistence/notice-register.query.js';
import { yearOf, type NoticeExportQuery } from '../register.schemas.js';

/** When each notice was due, by which rule, and when it went out: the register of breaches. 164.414(b) */
@Injectable()
export class ExportNotices {
  constructor(private readonly db: TenantDb) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, query: NoticeExportQuery): Promise<TableFile> {
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'breach-duty.exported',
        target: { type: 'breach-duty', id: null },
        detail: takenOut(format, query),
      });
    });
    const { kind = null, status = null } = query;
    const year = yearOf(query);
    const batches = oldestFirst((page) =>
      this.db.read((tx) => registeredNotices(tx, { kind, status, year, ...page })),
    );
    return tableFile(format, { name: 'breach-notices', columns: COLUMNS, batches });
  }
}

const COLUMNS: readonly TableColumn<RegisteredNotice>[] = [
  { key: 'incident', heading: 'Incident', value: ({ incidentNumber }) => `I-${incidentNumber}` },
  { key: 'title', heading: 'What happened', value: ({ incidentTitle }) => incidentTitle },
  { key: 'discoveredOn', heading: 'Discovered on', value: ({ discoveredOn }) => discoveredOn },
  { key: 'individuals', heading: 'Individuals', value: ({ individuals }) => individuals },
  { key: 'kind', heading: 'Notice to', value: ({ kind }) => kind, words: codeWords.dutyKind },
  { key: 'by', heading: 'By', value: ({ byName }) => byName },
  { key: 'to', heading: 'Named', value: ({ toName }) => toName },
  { key: 'jurisdiction', heading: 'State', value: ({ jurisdiction }) => jurisdiction },
  { key: 'dueOn', heading: 'Outer limit', value: ({ dueOn }) => dueOn },
  { key: 'earliestOn', heading: 'Not before', value: ({ earliestOn }) => earliestOn },
  { key: 'status', heading: 'Stands', value: ({ status }) => status, words: codeWords.dutyStatus },
  { key: 'metOn', heading: 'Sent on', value: ({ metOn }) => metOn },
  { key: 'sendings', heading: 'Sendings', value: ({ sendings }) => sendings },
  { key: 'citation', heading: 'Citation', value: ({ citation }) => citation },
  { key: 'arithmetic', heading: 'Arithmetic', value: ({ arithmetic }) => arithmetic.join(' ') },
  { key: 'provisional', heading: 'Nobody has counted', value: ({ provisional }) => provisional },
  { key: 'ruleVersion', heading: 'Rule', value: ({ ruleVersion }) => ruleVersion },
  { key: 'id', heading: 'Id', value: ({ id }) => typedId('breachDuty', id) },
];
