import { Controller, Get, Param } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { ShowChanges } from '../application/show-changes.js';
import { changesView } from '../changes.schemas.js';

@Controller('assessments/:id/changes')
export class ChangesController {
  constructor(private readonly showChanges: ShowChanges) {}

  @Get()
  @RequirePermission('assessment:read')
  @Returns(changesView)
  show(@Param('id', { schema: idIn('assessment') }) id: string) {
    return this.showChanges.execute(id);
  }
}
