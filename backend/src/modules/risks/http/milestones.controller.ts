import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import {
  actionView,
  createMilestoneRequest,
  updateMilestoneRequest,
  type CreateMilestoneRequest,
  type UpdateMilestoneRequest,
} from '../action.schemas.js';
import { ActionMilestones } from '../application/action-milestones.js';

const actionId = idIn('action');
const milestoneId = idIn('milestone');

/** If-Match names the version of the action; the answer is the action. */
@Controller('actions/:id/milestones')
export class MilestonesController {
  constructor(private readonly milestones: ActionMilestones) {}

  @Post()
  @RequirePermission('action:write')
  @Returns(actionView, 201)
  add(
    @Param('id', { schema: actionId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: createMilestoneRequest }) body: CreateMilestoneRequest,
  ) {
    return this.milestones.add(id, version, body);
  }

  @Patch(':milestoneId')
  @RequirePermission('action:work')
  @Returns(actionView)
  change(
    @Param('id', { schema: actionId }) id: string,
    @Param('milestoneId', { schema: milestoneId }) milestone: string,
    @IfMatch() version: number,
    @Body({ schema: updateMilestoneRequest }) body: UpdateMilestoneRequest,
  ) {
    return this.milestones.change(id, milestone, version, body);
  }

  @Delete(':milestoneId')
  @RequirePermission('action:write')
  @Returns(actionView)
  remove(
    @Param('id', { schema: actionId }) id: string,
    @Param('milestoneId', { schema: milestoneId }) milestone: string,
    @IfMatch() version: number,
  ) {
    return this.milestones.remove(id, milestone, version);
  }
}
