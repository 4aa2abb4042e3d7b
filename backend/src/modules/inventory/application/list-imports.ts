import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { currentMember } from '../../../platform/context/request-context.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { isRowsOfList } from '../domain/import/match-headings.js';
import { firstMapping } from '../domain/import/remembered-mapping.js';
import type { ImportRowQuery, ImportView, MapImportRequest } from '../import.schemas.js';
import {
  addImport,
  lastMappings,
  lockImport,
  readImport,
  readSource,
  recentImports,
  saveImport,
  type ImportContent,
} from '../persistence/import-batch.repository.js';
import type { ImportKind, ImportTarget } from './import-kind.js';
import { mappingOf, oneValueFor, oneValues, refuseChoices } from './import-mapping.js';
import { importRowView, importSummary, importView } from './import-view.js';
import { readList, refuseFalseWorkbook } from './read-list.js';
import { readSheetList } from './read-sheet-list.js';
import { countBad } from './refuse-bad-rows.js';

/** A list on its way in: read, judged and looked at. Nothing of it is in the inventory before the commit. */
@Injectable()
export class ListImports {
  constructor(private readonly db: TenantDb) {}

  recent(kind: ImportKind) {
    return this.db.read(async (tx) => ({ items: (await recentImports(tx, kind.name)).map(importSummary) }));
  }

  async create(kind: ImportKind, fileName: string, bytes: Buffer): Promise<ImportView> {
    refuseFalseWorkbook(fileName, bytes, kind.rules);
    const list = await readList(bytes, kind.rules);
    const source = (list.workbook?.sheets.length ?? 0) > 1 ? bytes : null;
    return this.db.write(async (tx) => {
      const id = newId();
      const content = await withMapping(tx, kind, list);
      const judged = await kind.judge(tx, content);
      const badRows = countBad(judged);
      const { memberId } = currentMember();
      await addImport(tx, { id, kind: kind.name, memberId, fileName, content, badRowCount: badRows, source });
      tx.audit.record({
        action: `${kind.target}.previewed`,
        target: { type: kind.target, id },
        detail: { rows: judged.length, badRows, oneValueFor: oneValueFor(content) },
      });
      return importView(kind, (await readImport(tx, id, kind.name)).batch, content, judged);
    });
  }

  show(kind: ImportKind, id: string): Promise<ImportView> {
    return this.db.read(async (tx) => {
      const { batch, content } = await readImport(tx, id, kind.name);
      return importView(kind, batch, content, await kind.judge(tx, content));
    });
  }

  rows(kind: ImportKind, id: string, { outcome, limit, cursor }: ImportRowQuery) {
    return this.db.read(async (tx) => {
      const { content } = await readImport(tx, id, kind.name);
      const cellsOf = new Map(content.rows.map(({ row, cells }) => [row, cells]));
      const chosen = (await kind.judge(tx, content)).filter(
        (row) => outcome === undefined || row.outcome === outcome,
      );
      const behind = chosen.filter((row) => row.row > Number(cursor ?? 0));
      const items = behind.slice(0, limit);
      return {
        items: items.map((row) => importRowView(kind, row, cellsOf.get(row.row) ?? [], content.headings)),
        nextCursor: behind.length > limit ? String(items.at(-1)!.row) : null,
        total: chosen.length,
        totalIsCapped: false,
      };
    });
  }

  map(kind: ImportKind, id: string, version: number, request: MapImportRequest): Promise<ImportView> {
    return this.db.write(async (tx) => {
      await lockImport(tx, id, kind.name);
      const { batch, content } = await readImport(tx, id, kind.name);
      if (batch.status !== 'previewed') throw settled(kind.target);
      const changed: ImportContent = { ...content, mapping: mappingOf(kind, request, content.headings) };
      await refuseChoices(kind, tx, changed);
      const judged = await kind.judge(tx, changed);
      const badRowCount = countBad(judged);
      const next = await saveImport(tx, id, version, { content: changed, badRowCount });
      tx.audit.record({
        action: `${kind.target}.mapped`,
        target: { type: kind.target, id },
        changes: changesBetween(oneValues(kind, content.mapping), oneValues(kind, changed.mapping)),
        detail: { badRows: badRowCount, oneValueFor: oneValueFor(changed) },
      });
      return importView(kind, { ...batch, badRowCount, version: next }, changed, judged);
    });
  }

  /** Another sheet of the workbook: another list, so that the columns are guessed anew. */
  async chooseSheet(kind: ImportKind, id: string, version: number, sheet: string): Promise<ImportView> {
    const source = await this.db.read(async (tx) => {
      await readImport(tx, id, kind.name);
      return readSource(tx, id);
    });
    if (!source) throw settled(kind.target);
    const list = await readSheetList(source, sheet, kind.rules);
    return this.db.write(async (tx) => {
      if ((await lockImport(tx, id, kind.name)) !== 'previewed') throw settled(kind.target);
      const content = await withMapping(tx, kind, { ...list, delimiter: null });
      const judged = await kind.judge(tx, content);
      const badRowCount = countBad(judged);
      await saveImport(tx, id, version, { content, badRowCount, rowCount: judged.length });
      tx.audit.record({
        action: `${kind.target}.sheet-chosen`,
        target: { type: kind.target, id },
        detail: { rows: judged.length, badRows: badRowCount, oneValueFor: oneValueFor(content) },
      });
      return importView(kind, (await readImport(tx, id, kind.name)).batch, content, judged);
    });
  }

  discard(kind: ImportKind, id: string, version: number): Promise<void> {
    return this.db.write(async (tx) => {
      if ((await lockImport(tx, id, kind.name)) !== 'previewed') throw settled(kind.target);
      // What was read is forgotten with it.
      const nothing: ImportContent = {
        headings: [],
        delimiter: ',',
        mapping: { columns: [], fixed: {} },
        rows: [],
      };
      await saveImport(tx, id, version, { status: 'discarded', content: nothing, source: null });
      tx.audit.record({ action: `${kind.target}.discarded`, target: { type: kind.target, id } });
    });
  }
}

async function withMapping(
  tx: ReadTx,
  kind: ImportKind,
  list: Omit<ImportContent, 'mapping'>,
): Promise<ImportContent> {
  // Rows may be mended while their list still waits for somebody to take it over.
  const known = await lastMappings(tx, kind.name, { alsoWaiting: isRowsOfList(list.headings) });
  return { ...list, mapping: firstMapping(list.headings, kind.headings, known) };
}

export function settled(target: ImportTarget): DomainError {
  return new DomainError(
    `${target}.settled`,
    'conflict',
    'This import is under way or done. Begin a new one to bring in more.',
  );
}
