import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { inPieces } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import type { SanitizationView } from '../sanitization.schemas.js';
import { Sanitizations } from './sanitizations.js';

/** How ePHI was removed from an asset, as a file. 45 CFR 164.310(d)(2) */
@Injectable()
export class ExportSanitizations {
  constructor(
    private readonly db: TenantDb,
    private readonly sanitizations: Sanitizations,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(assetId: string, format: TableFormat): Promise<TableFile> {
    const { items } = await this.sanitizations.list(assetId);
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'sanitization.exported',
        target: { type: 'asset', id: assetId },
        detail: { rows: items.length, ...takenOut(format) },
      });
    });
    return tableFile(format, { name: 'removal-of-ephi', columns: COLUMNS, batches: inPieces(items) });
  }
}

const COLUMNS: readonly TableColumn<SanitizationView>[] = [
  { key: 'doneOn', heading: 'Done on', value: ({ doneOn }) => doneOn },
  {
    key: 'purpose',
    heading: 'What for',
    value: ({ purpose }) => purpose,
    words: codeWords.sanitizationPurpose,
  },
  { key: 'method', heading: 'How', value: ({ method }) => method, words: codeWords.sanitizationMethod },
  {
    key: 'notNeededReason',
    heading: 'Why nothing was removed',
    value: ({ notNeededReason }) => notNeededReason,
  },
  { key: 'doneBy', heading: 'Done by', value: ({ doneBy }) => doneBy },
  { key: 'givenTo', heading: 'Given to', value: ({ givenTo }) => givenTo },
  { key: 'verifiedBy', heading: 'Checked by', value: ({ verifiedBy }) => verifiedBy },
  { key: 'certificate', heading: 'Certificate', value: ({ certificate }) => certificate },
  {
    key: 'file',
    heading: 'File',
    value: ({ file }) => file && `${file.name} (SHA-256 ${file.sha256})`,
  },
  { key: 'recordedBy', heading: 'Recorded by', value: ({ recordedBy }) => recordedBy },
  { key: 'recordedAt', heading: 'Recorded at', value: ({ recordedAt }) => recordedAt },
  { key: 'isCorrected', heading: 'Put right later', value: ({ isCorrected }) => isCorrected },
  { key: 'corrects', heading: 'Puts right', value: ({ corrects }) => corrects },
  { key: 'id', heading: 'Id', value: ({ id }) => id },
];
