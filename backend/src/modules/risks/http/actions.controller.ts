import { Body, Controller, Get, Param, Patch, Post, Query, UploadedFile, Res } from '@nestjs/common';
import type { Response } from 'express';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { ReceivesFile } from '../../../platform/files/uploads.js';
import type { TableFormat } from '../../../platform/documents/table/table-column.js';
import { ReturnsTable, sendTable, tableFormat } from '../../../platform/documents/table/send-table.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { AsOf } from '../../../platform/http/as-of.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import {
  actionExportQuery,
  actionListQuery,
  actionPage,
  actionReasonRequest,
  actionView,
  completeActionRequest,
  createActionRequest,
  updateActionRequest,
  type ActionExportQuery,
  type ActionListQuery,
  type CompleteActionRequest,
  type CreateActionRequest,
  type UpdateActionRequest,
} from '../action.schemas.js';
import { AddActionEvidence } from '../application/add-action-evidence.js';
import { ChangeAction } from '../application/change-action.js';
import { ExportActions } from '../application/export-actions.js';
import { ListActions } from '../application/list-actions.js';
import { MoveAction } from '../application/move-action.js';
import { PlanAction } from '../application/plan-action.js';
import { ShowAction } from '../application/show-action.js';
import { validateActionRequest, type ValidateActionRequest } from '../effect.schemas.js';
import { addEvidenceRequest, evidenceView, type AddEvidenceRequest } from '../evidence.schemas.js';

const actionId = idIn('action');

@Controller('actions')
export class ActionsController {
  constructor(
    private readonly listActions: ListActions,
    private readonly exportActions: ExportActions,
    private readonly planAction: PlanAction,
    private readonly showAction: ShowAction,
    private readonly changeAction: ChangeAction,
    private readonly moveAction: MoveAction,
    private readonly addActionEvidence: AddActionEvidence,
  ) {}

  @Get()
  @RequirePermission('action:read')
  @AsOf()
  @Returns(actionPage)
  list(@Query({ schema: actionListQuery }) query: ActionListQuery) {
    return this.listActions.execute(query);
  }

  @Get('export.:format')
  @RequirePermission('report:export')
  @AsOf()
  @ReturnsTable()
  async download(
    @Param('format', { schema: tableFormat }) format: TableFormat,
    @Query({ schema: actionExportQuery }) query: ActionExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendTable(response, await this.exportActions.execute(format, query));
  }

  @Post()
  @RequirePermission('action:write')
  @Returns(actionView, 201)
  plan(@Body({ schema: createActionRequest }) body: CreateActionRequest) {
    return this.planAction.execute(body);
  }

  @Get(':id')
  @RequirePermission('action:read')
  @Returns(actionView)
  show(@Param('id', { schema: actionId }) id: string) {
    return this.showAction.execute(id);
  }

  @Patch(':id')
  @RequirePermission('action:write')
  @Returns(actionView)
  update(
    @Param('id', { schema: actionId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: updateActionRequest }) body: UpdateActionRequest,
  ) {
    return this.changeAction.execute(id, version, body);
  }

  @Post(':id/start')
  @RequirePermission('action:work')
  @Returns(actionView)
  start(@Param('id', { schema: actionId }) id: string, @IfMatch() version: number) {
    return this.moveAction.execute(id, version, { transition: 'start' });
  }

  @Post(':id/completion')
  @RequirePermission('action:work')
  @Returns(actionView)
  complete(
    @Param('id', { schema: actionId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: completeActionRequest }) body: CompleteActionRequest,
  ) {
    return this.moveAction.execute(id, version, { transition: 'completion', ...body });
  }

  @Post(':id/validation')
  @RequirePermission('action:validate')
  @Returns(actionView)
  validate(
    @Param('id', { schema: actionId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: validateActionRequest }) body: ValidateActionRequest,
  ) {
    return this.moveAction.execute(id, version, { transition: 'validation', ...body });
  }

  /** A form with `title`, `note` and, unless the note says it all, one `file`. */
  @Post(':id/evidence')
  @RequirePermission('action:work')
  @ReceivesFile()
  @Returns(evidenceView, 201)
  addEvidence(
    @Param('id', { schema: actionId }) id: string,
    @UploadedFile() file: { originalname: string; buffer: Buffer } | undefined,
    @Body({ schema: addEvidenceRequest }) body: AddEvidenceRequest,
  ) {
    const upload = file ? { name: file.originalname, content: file.buffer } : null;
    return this.addActionEvidence.execute(id, { ...body, upload });
  }

  @Post(':id/cancellation')
  @RequirePermission('action:write')
  @Returns(actionView)
  cancel(
    @Param('id', { schema: actionId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: actionReasonRequest }) body: { reason: string },
  ) {
    return this.moveAction.execute(id, version, { transition: 'cancellation', note: body.reason });
  }

  @Post(':id/reopening')
  @RequirePermission('action:validate')
  @Returns(actionView)
  reopen(
    @Param('id', { schema: actionId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: actionReasonRequest }) body: { reason: string },
  ) {
    return this.moveAction.execute(id, version, { transition: 'reopening', note: body.reason });
  }
}
