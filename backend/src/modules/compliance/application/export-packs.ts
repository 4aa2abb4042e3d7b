import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { takenOut } from '../../../platform/documents/table/export-purpose.js';
import { inPieces } from '../../../platform/documents/table/rows-of-pages.js';
import type { TableColumn, TableFormat } from '../../../platform/documents/table/table-column.js';
import { tableFile, type TableFile } from '../../../platform/documents/table/table-file.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import type { PackView } from '../compliance.schemas.js';
import { ReferenceViews } from './reference-views.js';

/** The installed packs as a file: whose words they are, and how far they were checked. */
@Injectable()
export class ExportPacks {
  constructor(
    private readonly db: TenantDb,
    private readonly views: ReferenceViews,
  ) {}

  /** Records who takes it out before the first byte leaves. */
  async execute(format: TableFormat): Promise<TableFile> {
    const { items } = await this.views.listPacks();
    await this.db.write(async (tx) => {
      tx.audit.record({
        action: 'pack.exported',
        target: { type: 'pack', id: null },
        detail: { rows: items.length, ...takenOut(format) },
      });
    });
    return tableFile(format, { name: 'packs', columns: COLUMNS, batches: inPieces(items) });
  }
}

const COLUMNS: readonly TableColumn<PackView>[] = [
  { key: 'title', heading: 'Pack', value: ({ title }) => title },
  { key: 'pack', heading: 'Name', value: ({ pack }) => pack },
  { key: 'version', heading: 'Version', value: ({ version }) => version },
  { key: 'official', heading: 'Official', value: ({ official }) => official },
  { key: 'author', heading: 'Words by', value: ({ provenance }) => provenance.author },
  { key: 'basis', heading: 'Made from', value: ({ provenance }) => provenance.basis },
  { key: 'note', heading: 'Note', value: ({ provenance }) => provenance.note },
  { key: 'licence', heading: 'Licence', value: ({ provenance }) => provenance.licence ?? null },
  {
    key: 'confidence',
    heading: 'How far checked',
    value: ({ provenance }) => provenance.confidence,
    words: codeWords.packConfidence,
  },
  { key: 'checkedOn', heading: 'Checked on', value: ({ provenance }) => provenance.checkedOn },
  {
    key: 'fileSha256',
    heading: 'SHA-256 of the file',
    value: ({ provenance }) => provenance.fileSha256 ?? null,
  },
  { key: 'contentHash', heading: 'SHA-256 of the content', value: ({ contentHash }) => contentHash },
  { key: 'installedAt', heading: 'Installed at', value: ({ installedAt }) => installedAt },
];
