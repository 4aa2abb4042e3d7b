import { Controller, Get, Param } from '@nestjs/common';
import { AnyMember } from '../../../platform/access/route-access.js';
import { Returns } from '../../../platform/http/returns.js';
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
  constructor(private readonly views: ReferenceViews) {}

  @Get('packs')
  @AnyMember()
  @Returns(packList)
  packs() {
    return this.views.listPacks();
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
