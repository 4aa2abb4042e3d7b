import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { Determinations } from '../application/determinations.js';
import {
  determinationList,
  determinationView,
  draftDeterminationRequest,
  saveDeterminationRequest,
  signDeterminationRequest,
  type DraftDeterminationRequest,
  type SaveDeterminationRequest,
  type SignDeterminationRequest,
} from '../determination.schemas.js';
import { incidentId } from '../incident.schemas.js';

const determinationId = idIn('determination');

/** Is it a breach? 45 CFR 164.402 */
@Controller('incidents/:id/determinations')
export class DeterminationsController {
  constructor(private readonly determinations: Determinations) {}

  @Get()
  @RequirePermission('incident:read')
  @Returns(determinationList)
  list(@Param('id', { schema: incidentId }) id: string) {
    return this.determinations.list(id);
  }

  @Post()
  @RequirePermission('incident:decide')
  @Returns(determinationView, 201)
  draft(
    @Param('id', { schema: incidentId }) id: string,
    @Body({ schema: draftDeterminationRequest }) body: DraftDeterminationRequest,
  ) {
    return this.determinations.draft(id, body);
  }

  @Put(':determinationId')
  @RequirePermission('incident:decide')
  @Returns(determinationView)
  save(
    @Param('id', { schema: incidentId }) id: string,
    @Param('determinationId', { schema: determinationId }) determination: string,
    @IfMatch() version: number,
    @Body({ schema: saveDeterminationRequest }) body: SaveDeterminationRequest,
  ) {
    return this.determinations.save(id, determination, version, body);
  }

  @Post(':determinationId/signatures')
  @RequirePermission('incident:decide')
  @Returns(determinationView)
  sign(
    @Param('id', { schema: incidentId }) id: string,
    @Param('determinationId', { schema: determinationId }) determination: string,
    @IfMatch() version: number,
    @Body({ schema: signDeterminationRequest }) body: SignDeterminationRequest,
  ) {
    return this.determinations.sign(id, determination, version, body);
  }
}
