import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField } from '../../../platform/kernel/domain-error.js';
import { matchHeadings, type ImportField } from '../domain/import/import-fields.js';
import { changedFields, judgeRows, type ImportMapping, type JudgedRow } from '../domain/import/judge-rows.js';
import type { ImportRowQuery, ImportView, MapImportRequest } from '../asset-import.schemas.js';
import {
  addImport,
  lockImport,
  readImport,
  readSource,
  recentImports,
  saveImport,
  type ImportContent,
} from '../persistence/import-batch.repository.js';
import { loadImportWorld } from '../persistence/import-world.js';
import { importRowView, importSummary, importView } from './import-view.js';
import { readList } from './read-list.js';
import { readSheetList } from './read-sheet-list.js';

/** A list on its way in: read, judged and looked at. Nothing of it is in the inventory before the commit. */
@Injectable()
export class AssetImports {
  constructor(private readonly db: TenantDb) {}

  recent() {
    return this.db.read(async (tx) => ({ items: (await recentImports(tx)).map(importSummary) }));
  }

  async create(fileName: string, bytes: Buffer): Promise<ImportView> {
    const list = await readList(bytes);
    const content: ImportContent = { ...list, mapping: { columns: matchHeadings(list.headings), fixed: {} } };
    const source = (list.workbook?.sheets.length ?? 0) > 1 ? bytes : null;
    return this.db.write(async (tx) => {
      const id = newId();
      const judged = await judge(tx, content);
      const badRows = countBad(judged);
      await addImport(tx, id, currentMember().memberId, fileName, content, badRows, source);
      tx.audit.record({
        action: 'asset-import.previewed',
        target: { type: 'asset-import', id },
        detail: { rows: judged.length, badRows },
      });
      return importView((await readImport(tx, id)).batch, content, judged);
    });
  }

  show(id: string): Promise<ImportView> {
    return this.db.read(async (tx) => {
      const { batch, content } = await readImport(tx, id);
      return importView(batch, content, await judge(tx, content));
    });
  }

  rows(id: string, { outcome, limit, cursor }: ImportRowQuery) {
    return this.db.read(async (tx) => {
      const { content } = await readImport(tx, id);
      const cellsOf = new Map(content.rows.map(({ row, cells }) => [row, cells]));
      const chosen = (await judge(tx, content)).filter(
        (row) => outcome === undefined || row.outcome === outcome,
      );
      const behind = chosen.filter((row) => row.row > Number(cursor ?? 0));
      const items = behind.slice(0, limit);
      return {
        items: items.map((row) =>
          importRowView(row, cellsOf.get(row.row) ?? [], content.headings, changesOf(row)),
        ),
        nextCursor: behind.length > limit ? String(items.at(-1)!.row) : null,
        total: chosen.length,
        totalIsCapped: false,
      };
    });
  }

  map(id: string, version: number, request: MapImportRequest): Promise<ImportView> {
    return this.db.write(async (tx) => {
      await lockImport(tx, id);
      const { batch, content } = await readImport(tx, id);
      if (batch.status !== 'previewed') throw settled();
      const changed: ImportContent = { ...content, mapping: mappingOf(request, content.headings) };
      const judged = await judge(tx, changed);
      const badRowCount = countBad(judged);
      const next = await saveImport(tx, id, version, { content: changed, badRowCount });
      tx.audit.record({
        action: 'asset-import.mapped',
        target: { type: 'asset-import', id },
        detail: { badRows: badRowCount },
      });
      return importView({ ...batch, badRowCount, version: next }, changed, judged);
    });
  }

  /** Another sheet of the workbook: another list, so that the columns are guessed anew. */
  async chooseSheet(id: string, version: number, sheet: string): Promise<ImportView> {
    const source = await this.db.read(async (tx) => {
      await readImport(tx, id);
      return readSource(tx, id);
    });
    if (!source) throw settled();
    const list = await readSheetList(source, sheet);
    const content: ImportContent = {
      ...list,
      delimiter: null,
      mapping: { columns: matchHeadings(list.headings), fixed: {} },
    };
    return this.db.write(async (tx) => {
      if ((await lockImport(tx, id)) !== 'previewed') throw settled();
      const judged = await judge(tx, content);
      const badRowCount = countBad(judged);
      await saveImport(tx, id, version, { content, badRowCount, rowCount: judged.length });
      tx.audit.record({
        action: 'asset-import.sheet-chosen',
        target: { type: 'asset-import', id },
        detail: { rows: judged.length, badRows: badRowCount },
      });
      return importView((await readImport(tx, id)).batch, content, judged);
    });
  }

  discard(id: string, version: number): Promise<void> {
    return this.db.write(async (tx) => {
      if ((await lockImport(tx, id)) !== 'previewed') throw settled();
      // What was read is forgotten with it.
      const nothing: ImportContent = {
        headings: [],
        delimiter: ',',
        mapping: { columns: [], fixed: {} },
        rows: [],
      };
      await saveImport(tx, id, version, { status: 'discarded', content: nothing, source: null });
      tx.audit.record({ action: 'asset-import.discarded', target: { type: 'asset-import', id } });
    });
  }
}

export async function judge(tx: ReadTx, content: ImportContent): Promise<JudgedRow[]> {
  return judgeRows(
    content.rows,
    content.mapping,
    content.headings.length,
    await loadImportWorld(tx, content),
  );
}

export function countBad(judged: JudgedRow[]): number {
  return judged.filter((row) => row.outcome === 'bad').length;
}

export function settled(): DomainError {
  return new DomainError(
    'asset-import.settled',
    'conflict',
    'This import is under way or done. Begin a new one to bring in more.',
  );
}

function changesOf(row: JudgedRow): string[] {
  return row.outcome === 'change' && row.asset ? changedFields(row.asset.facts, row.facts) : [];
}

function mappingOf(request: MapImportRequest, headings: string[]): ImportMapping {
  if (request.columns.length !== headings.length) {
    throw invalidField(
      'columns',
      `Say for each of the ${headings.length} columns what it holds, or that it is left out.`,
    );
  }
  const seen = new Map<ImportField, number>();
  request.columns.forEach((field, index) => {
    if (field === null) return;
    const first = seen.get(field);
    if (first !== undefined) {
      throw invalidField(
        `columns.${index}`,
        `“${headings[first]}” is taken for this already. Choose one of the two columns.`,
      );
    }
    seen.set(field, index);
  });
  const fixed = Object.fromEntries(
    Object.entries(request.fixed).filter(([, value]) => value !== null && value !== undefined),
  );
  return { columns: request.columns, fixed };
}
