import { Body, Controller, Delete, Param, Post, Put } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { actionView } from '../action.schemas.js';
import { ActionDependencies } from '../application/action-dependencies.js';
import { ActionEffects } from '../application/action-effects.js';
import { addDependencyRequest, setEffectRequest, type SetEffectRequest } from '../effect.schemas.js';

const actionId = idIn('action');

/** What an action lowers, and what it waits for. If-Match names the version of the action; the answer is the action. */
@Controller('actions/:id')
export class EffectsController {
  constructor(
    private readonly effects: ActionEffects,
    private readonly dependencies: ActionDependencies,
  ) {}

  @Put('risks/:riskId')
  @RequirePermission('action:write')
  @Returns(actionView)
  set(
    @Param('id', { schema: actionId }) id: string,
    @Param('riskId', { schema: idIn('risk') }) riskId: string,
    @IfMatch() version: number,
    @Body({ schema: setEffectRequest }) body: SetEffectRequest,
  ) {
    return this.effects.set(id, riskId, version, body);
  }

  @Delete('risks/:riskId')
  @RequirePermission('action:write')
  @Returns(actionView)
  remove(
    @Param('id', { schema: actionId }) id: string,
    @Param('riskId', { schema: idIn('risk') }) riskId: string,
    @IfMatch() version: number,
  ) {
    return this.effects.remove(id, riskId, version);
  }

  @Post('dependencies')
  @RequirePermission('action:write')
  @Returns(actionView, 201)
  waitFor(
    @Param('id', { schema: actionId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: addDependencyRequest }) body: { waitsForId: string },
  ) {
    return this.dependencies.add(id, body.waitsForId, version);
  }

  @Delete('dependencies/:waitsForId')
  @RequirePermission('action:write')
  @Returns(actionView)
  waitNoMore(
    @Param('id', { schema: actionId }) id: string,
    @Param('waitsForId', { schema: actionId }) waitsForId: string,
    @IfMatch() version: number,
  ) {
    return this.dependencies.remove(id, waitsForId, version);
  }
}
