import { Injectable } from '@nestjs/common';
import { currentContext } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { oldestFirst } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { yearOf, type DeterminationExportQuery } from '../register.schemas.js';
import {
  standingDeterminations,
  type RegisteredDetermination,
} from '../persistence/determination-register.query.js';

/** Whoever audits asks for the determinations of low probability first: all of a year in one file. 164.414(b) */
@Injectable()
export class ExportDeterminations {
  constructor(private readonly db: TenantDb) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat, query: DeterminationExportQuery): Promise<TableFile> {
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'determination.exported',
        target: { type: 'determination', id: null },
        detail: takenOut(format, query),
      });
    });
    const { timeZone } = currentContext();
    const filter = { conclusion: query.conclusion ?? null, year: yearOf(query), timeZone };
    const batches = oldestFirst((page) =>
      this.db.read((tx) => standingDeterminations(tx, { ...filter, ...page })),
    );
    return tableFile(format, { name: 'determinations', columns: COLUMNS, batches });
  }
}

type Column = TableColumn<RegisteredDetermination>;

function factor(
  key: keyof RegisteredDetermination['content']['factors'],
  heading: string,
): readonly [Column, Column] {
  return [
    { key: `${key}Reasoning`, heading, value: ({ content }) => content.factors[key].reasoning },
    {
      key: `${key}Evidence`,
      heading: `${heading}: evidence`,
      value: ({ content }) => content.factors[key].evidence,
    },
  ];
}

const COLUMNS: readonly Column[] = [
  { key: 'incident', heading: 'Incident', value: ({ incidentNumber }) => `I-${incidentNumber}` },
  { key: 'title', heading: 'What happened', value: ({ incidentTitle }) => incidentTitle },
  { key: 'discoveredOn', heading: 'Discovered on', value: ({ discoveredOn }) => discoveredOn },
  { key: 'number', heading: 'Determination', value: ({ number }) => number },
  { key: 'about', heading: 'About', value: ({ content }) => content.about },
  { key: 'individuals', heading: 'Individuals', value: ({ content }) => content.individuals },
  {
    key: 'conclusion',
    heading: 'Conclusion',
    value: ({ content }) => content.conclusion,
    words: codeWords.conclusion,
  },
  { key: 'because', heading: 'Why', value: ({ content }) => content.because },
  ...factor('nature', 'Nature and identifiability'),
  ...factor('recipient', 'Who used it or received it'),
  ...factor('acquired', 'Whether acquired or viewed'),
  ...factor('mitigated', 'How far mitigated'),
  { key: 'exceptionBecause', heading: 'Exception', value: ({ content }) => content.exception.because },
  { key: 'protectionBecause', heading: 'Protection', value: ({ content }) => content.protection.because },
  { key: 'signedBy', heading: 'Signed by', value: ({ signedByName }) => signedByName },
  { key: 'signedAt', heading: 'Signed at', value: ({ signedAt }) => signedAt.toISOString() },
  {
    key: 'countersignedBy',
    heading: 'Countersigned by',
    value: ({ countersignedByName }) => countersignedByName,
  },
  {
    key: 'countersignedAt',
    heading: 'Countersigned at',
    value: ({ countersignedAt }) => countersignedAt.toISOString(),
  },
  { key: 'contentHash', heading: 'Fingerprint', value: ({ contentHash }) => contentHash },
  { key: 'id', heading: 'Id', value: ({ id }) => typedId('determination', id) },
];
