import {
  Body,
  Controller,
  Delete,
  Get,
  Param,
  Post,
  Put,
  Query,
  Res,
  UploadedFile as FromForm,
} from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReturnsDocument, sendDocument } from '../../../platform/documents/send-document.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { AssetImports } from '../application/asset-imports.js';
import { ImportFiles } from '../application/import-files.js';
import { RequestImportCommit } from '../application/request-import-commit.js';
import { RequestImportUndo } from '../application/request-import-undo.js';
import { UndoPlan } from '../application/undo-plan.js';
import {
  chooseSheetRequest,
  commitImportRequest,
  importList,
  importRowPage,
  importRowQuery,
  importSummary,
  importUndoPlan,
  importView,
  mapImportRequest,
  type CommitImportRequest,
  type ImportRowQuery,
  type MapImportRequest,
} from '../asset-import.schemas.js';
import { AcceptsList, uploadedList, type UploadedFile } from './uploaded-list.js';

@Controller('asset-imports')
export class AssetImportsController {
  constructor(
    private readonly imports: AssetImports,
    private readonly requestCommit: RequestImportCommit,
    private readonly requestUndo: RequestImportUndo,
    private readonly undoPlan: UndoPlan,
    private readonly files: ImportFiles,
  ) {}

  @Get()
  @RequirePermission('asset:write')
  @Returns(importList)
  recent() {
    return this.imports.recent();
  }

  @Post()
  @RequirePermission('asset:write')
  @AcceptsList()
  @Returns(importView, 201)
  create(@FromForm() file: UploadedFile | undefined, @Body() body: unknown) {
    const { fileName, bytes } = uploadedList(file, body);
    return this.imports.create(fileName, bytes);
  }

  @Get('template.csv')
  @RequirePermission('asset:write')
  @ReturnsDocument('text/csv')
  async template(@Res() response: Response): Promise<void> {
    await sendDocument(response, 'text/csv', 'asset-list.csv', this.files.template());
  }

  @Get(':id')
  @RequirePermission('asset:write')
  @Returns(importView)
  show(@Param('id', { schema: idIn('importBatch') }) id: string) {
    return this.imports.show(id);
  }

  @Get(':id/rows')
  @RequirePermission('asset:write')
  @Returns(importRowPage)
  rows(
    @Param('id', { schema: idIn('importBatch') }) id: string,
    @Query({ schema: importRowQuery }) query: ImportRowQuery,
  ) {
    return this.imports.rows(id, query);
  }

  @Get(':id/problems.csv')
  @RequirePermission('asset:write')
  @ReturnsDocument('text/csv')
  async problems(
    @Param('id', { schema: idIn('importBatch') }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const problems = await this.files.problems(id);
    await sendDocument(response, 'text/csv', 'cells-to-mend.csv', problems);
  }

  @Put(':id/sheet')
  @RequirePermission('asset:write')
  @Returns(importView)
  chooseSheet(
    @Param('id', { schema: idIn('importBatch') }) id: string,
    @IfMatch() version: number,
    @Body({ schema: chooseSheetRequest }) body: { sheet: string },
  ) {
    return this.imports.chooseSheet(id, version, body.sheet);
  }

  @Put(':id/mapping')
  @RequirePermission('asset:write')
  @Returns(importView)
  map(
    @Param('id', { schema: idIn('importBatch') }) id: string,
    @IfMatch() version: number,
    @Body({ schema: mapImportRequest }) body: MapImportRequest,
  ) {
    return this.imports.map(id, version, body);
  }

  @Post(':id/commit')
  @RequirePermission('asset:write')
  @Returns(importView, 202)
  commit(
    @Param('id', { schema: idIn('importBatch') }) id: string,
    @IfMatch() version: number,
    @Body({ schema: commitImportRequest }) body: CommitImportRequest,
  ) {
    return this.requestCommit.execute(id, version, body);
  }

  @Get(':id/undo')
  @RequirePermission('asset:write')
  @Returns(importUndoPlan)
  planUndo(@Param('id', { schema: idIn('importBatch') }) id: string) {
    return this.undoPlan.execute(id);
  }

  @Post(':id/undo')
  @RequirePermission('asset:write')
  @Returns(importSummary, 202)
  undo(@Param('id', { schema: idIn('importBatch') }) id: string, @IfMatch() version: number) {
    return this.requestUndo.execute(id, version);
  }

  @Delete(':id')
  @RequirePermission('asset:write')
  @ReturnsNothing()
  discard(
    @Param('id', { schema: idIn('importBatch') }) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.imports.discard(id, version);
  }
}
