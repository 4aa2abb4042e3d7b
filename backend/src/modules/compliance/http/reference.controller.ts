import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AnyMember } from '../../../platform/access/route-access.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { Returns } from '../../../platform/http/returns.js';
import { ExportPacks } from '../application/export-packs.js';
import { ReferenceViews } from '../application/reference-views.js';
import {
  methodologyView,
  packList,
  packNameField,
  packVersionField,
  questionnaireList,
  questionnaireView,
  requirementList,
  requirementView,
  termList,
} from '../compliance.schemas.js';
import { rowId } from '../formats/fields.js';

/** Regulation and the field's words: the same for everybody, no organization's data. */
@Controller()
export class ReferenceController {
  constructor(
    private readonly views: ReferenceViews,
    private readonly exportPacks: ExportPacks,
  ) {}

  @Get('packs')
  @AnyMember()
  @Returns(packList)
  packs() {
    return this.views.listPacks();
  }

  @Get('packs/export.:format')
  @AnyMember()
  @ReturnsTable()
  async downloadPacks(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportPacks.execute(format));
  }

  @Get('terms')
  @AnyMember()
  @Returns(termList)
  terms() {
    return this.views.listTerms();
  }

  @Get('requirements')
  @AnyMember()
  @Returns(requirementList)
  requirements() {
    return this.views.listRequirements();
  }

  @Get('requirements/:id')
  @AnyMember()
  @Returns(requirementView)
  requirement(@Param('id', { schema: rowId }) id: string) {
    return this.views.requirement(id);
  }

  @Get('methodology')
  @AnyMember()
  @Returns(methodologyView)
  methodology() {
    return this.views.methodology();
  }

  @Get('questionnaires')
  @AnyMember()
  @Returns(questionnaireList)
  questionnaires() {
    return this.views.listQuestionnaires();
  }

  @Get('questionnaires/:pack/:version')
  @AnyMember()
  @Returns(questionnaireView)
  questionnaire(
    @Param('pack', { schema: packNameField }) pack: string,
    @Param('version', { schema: packVersionField }) version: string,
  ) {
    return this.views.questionnaire({ pack, version });
  }
}
