import { Body, Delete, Get, Param, Post, Put, Query, Res, UploadedFile as FromForm } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission, type Permission } from '../../../platform/access/route-access.js';
import { ReturnsDocument, sendDocument } from '../../../platform/documents/send-document.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { ExportImports } from '../application/export-imports.js';
import { ImportFiles } from '../application/import-files.js';
import type { ImportKind } from '../application/import-kind.js';
import { ListImports } from '../application/list-imports.js';
import { RequestImportCommit } from '../application/request-import-commit.js';
import { RequestImportUndo } from '../application/request-import-undo.js';
import { UndoPlan } from '../application/undo-plan.js';
import {
  chooseSheetRequest,
  commitImportRequest,
  importList,
  importRowExportQuery,
  importRowPage,
  importRowQuery,
  importSummary,
  importUndoPlan,
  importView,
  mapImportRequest,
  type CommitImportRequest,
  type ImportRowExportQuery,
  type ImportRowQuery,
  type MapImportRequest,
} from '../import.schemas.js';
import { AcceptsList, uploadedList, type UploadedFile } from './uploaded-list.js';

interface ImportRoutesOf {
  kind: ImportKind;
  /** Who may write what the list is of, may import it. */
  permission: Permission;
  templateName: string;
}

/** The routes of lists of one kind: a controller of its own extends what this makes and says where they are. */
export function importRoutes({ kind, permission, templateName }: ImportRoutesOf) {
  abstract class ImportRoutes {
    constructor(
      readonly imports: ListImports,
      readonly requestCommit: RequestImportCommit,
      readonly requestUndo: RequestImportUndo,
      readonly undoPlan: UndoPlan,
      readonly files: ImportFiles,
      readonly exports: ExportImports,
    ) {}

    @Get()
    @RequirePermission(permission)
    @Returns(importList)
    recent() {
      return this.imports.recent(kind);
    }

    @Get('export.:format')
    @RequirePermission(permission)
    @ReturnsTable()
    async download(
      @Param('format', { schema: tableFormat }) format: TableFormat,
      @Res() response: Response,
    ): Promise<void> {
      await sendTable(response, await this.exports.list(kind, format));
    }

    @Post()
    @RequirePermission(permission)
    @AcceptsList()
    @Returns(importView, 201)
    create(@FromForm() file: UploadedFile | undefined, @Body() body: unknown) {
      const { fileName, bytes } = uploadedList(kind.target, file, body);
      return this.imports.create(kind, fileName, bytes);
    }

    @Get('template.csv')
    @RequirePermission(permission)
    @ReturnsDocument('text/csv')
    async template(@Res() response: Response): Promise<void> {
      await sendDocument(response, 'text/csv', templateName, this.files.template(kind));
    }

    @Get(':id')
    @RequirePermission(permission)
    @Returns(importView)
    show(@Param('id', { schema: idIn('importBatch') }) id: string) {
      return this.imports.show(kind, id);
    }

    @Get(':id/rows')
    @RequirePermission(permission)
    @Returns(importRowPage)
    rows(
      @Param('id', { schema: idIn('importBatch') }) id: string,
      @Query({ schema: importRowQuery }) query: ImportRowQuery,
    ) {
      return this.imports.rows(kind, id, query);
    }

    @Get(':id/rows/export.:format')
    @RequirePermission(permission)
    @ReturnsTable()
    async downloadRows(
      @Param('id', { schema: idIn('importBatch') }) id: string,
      @Param('format', { schema: tableFormat }) format: TableFormat,
      @Query({ schema: importRowExportQuery }) query: ImportRowExportQuery,
      @Res() response: Response,
    ): Promise<void> {
      await sendTable(response, await this.exports.rows(kind, id, format, query));
    }

    @Get(':id/problems.csv')
    @RequirePermission(permission)
    @ReturnsDocument('text/csv')
    async problems(
      @Param('id', { schema: idIn('importBatch') }) id: string,
      @Res() response: Response,
    ): Promise<void> {
      const problems = await this.files.problems(kind, id);
      await sendDocument(response, 'text/csv', 'cells-to-mend.csv', problems);
    }

    @Put(':id/sheet')
    @RequirePermission(permission)
    @Returns(importView)
    chooseSheet(
      @Param('id', { schema: idIn('importBatch') }) id: string,
      @IfMatch() version: number,
      @Body({ schema: chooseSheetRequest }) body: { sheet: string },
    ) {
      return this.imports.chooseSheet(kind, id, version, body.sheet);
    }

    @Put(':id/mapping')
    @RequirePermission(permission)
    @Returns(importView)
    map(
      @Param('id', { schema: idIn('importBatch') }) id: string,
      @IfMatch() version: number,
      @Body({ schema: mapImportRequest }) body: MapImportRequest,
    ) {
      return this.imports.map(kind, id, version, body);
    }

    @Post(':id/commit')
    @RequirePermission(permission)
    @Returns(importView, 202)
    commit(
      @Param('id', { schema: idIn('importBatch') }) id: string,
      @IfMatch() version: number,
      @Body({ schema: commitImportRequest }) body: CommitImportRequest,
    ) {
      return this.requestCommit.execute(kind, id, version, body);
    }

    @Get(':id/undo')
    @RequirePermission(permission)
    @Returns(importUndoPlan)
    planUndo(@Param('id', { schema: idIn('importBatch') }) id: string) {
      return this.undoPlan.execute(kind, id);
    }

    @Post(':id/undo')
    @RequirePermission(permission)
    @Returns(importSummary, 202)
    undo(@Param('id', { schema: idIn('importBatch') }) id: string, @IfMatch() version: number) {
      return this.requestUndo.execute(kind, id, version);
    }

    @Delete(':id')
    @RequirePermission(permission)
    @ReturnsNothing()
    discard(
      @Param('id', { schema: idIn('importBatch') }) id: string,
      @IfMatch() version: number,
    ): Promise<void> {
      return this.imports.discard(kind, id, version);
    }
  }
  return ImportRoutes;
}
