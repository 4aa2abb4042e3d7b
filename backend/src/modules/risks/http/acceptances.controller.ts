import { Body, Controller, Param, Post } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import {
  askAcceptanceRequest,
  decideAcceptanceRequest,
  type AskAcceptanceRequest,
  type DecideAcceptanceRequest,
} from '../acceptance.schemas.js';
import { AcceptRisk } from '../application/accept-risk.js';
import { riskView } from '../risk.schemas.js';

@Controller('risks/:id/acceptances')
export class AcceptancesController {
  constructor(private readonly acceptRisk: AcceptRisk) {}

  @Post()
  @RequirePermission('risk:write')
  @Returns(riskView, 201)
  ask(
    @Param('id', { schema: idIn('risk') }) id: string,
    @IfMatch() version: number,
    @Body({ schema: askAcceptanceRequest }) body: AskAcceptanceRequest,
  ) {
    return this.acceptRisk.ask(id, version, body);
  }

  /** Who asked withdraws; somebody else who may accept risks approves or refuses. */
  @Post(':acceptanceId/decision')
  @RequirePermission('risk:accept')
  @Returns(riskView)
  decide(
    @Param('id', { schema: idIn('risk') }) id: string,
    @Param('acceptanceId', { schema: idIn('acceptance') }) acceptanceId: string,
    @IfMatch() version: number,
    @Body({ schema: decideAcceptanceRequest }) body: DecideAcceptanceRequest,
  ) {
    return this.acceptRisk.decide(id, acceptanceId, version, body);
  }
}
