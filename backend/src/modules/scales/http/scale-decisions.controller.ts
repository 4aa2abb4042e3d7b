import { Body, Controller, Param, Post } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.js';
import { AdoptScale } from '../application/adopt-scale.js';
import {
  retireScaleRequest,
  returnScaleRequest,
  scaleId,
  scaleView,
  type RetireScaleRequest,
  type ReturnScaleRequest,
} from '../scale.schemas.js';

/** From a draft to a scale in force, and out of force again. */
@Controller('risk-scales/:id')
export class ScaleDecisionsController {
  constructor(private readonly adoptScale: AdoptScale) {}

  @Post('proposal')
  @RequirePermission('scale:write')
  @Returns(scaleView)
  propose(@Param('id', { schema: scaleId }) id: string, @IfMatch() version: number) {
    return this.adoptScale.propose(id, version);
  }

  @Post('return')
  @RequirePermission('scale:adopt')
  @Returns(scaleView)
  giveBack(
    @Param('id', { schema: scaleId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: returnScaleRequest }) body: ReturnScaleRequest,
  ) {
    return this.adoptScale.giveBack(id, version, body.note);
  }

  @Post('adoption')
  @RequirePermission('scale:adopt')
  @Returns(scaleView)
  adopt(@Param('id', { schema: scaleId }) id: string, @IfMatch() version: number) {
    return this.adoptScale.adopt(id, version);
  }

  @Post('retirement')
  @RequirePermission('scale:adopt')
  @Returns(scaleView)
  retire(
    @Param('id', { schema: scaleId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: retireScaleRequest }) body: RetireScaleRequest,
  ) {
    return this.adoptScale.retire(id, version, body.reason);
  }
}
