import { Controller, Get, Param, Query } from '@nestjs/common';
import { RequirePermission } from '../../../platform/access/route-access.js';
import { Returns } from '../../../platform/http/returns.js';
import { idIn } from '../../../platform/http/schemas.js';
import { ListObligations } from '../application/list-obligations.js';
import {
  obligationPage,
  obligationQuery,
  obligationView,
  type ObligationQuery,
} from '../obligation.schemas.js';

@Controller('obligations')
export class ObligationsController {
  constructor(private readonly obligations: ListObligations) {}

  @Get()
  @RequirePermission('obligation:read')
  @Returns(obligationPage)
  list(@Query({ schema: obligationQuery }) query: ObligationQuery) {
    return this.obligations.page(query);
  }

  @Get(':id')
  @RequirePermission('obligation:read')
  @Returns(obligationView)
  show(@Param('id', { schema: idIn('obligation') }) id: string) {
    return this.obligations.show(id);
  }
}
