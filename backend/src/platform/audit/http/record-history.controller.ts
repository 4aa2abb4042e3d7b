import { Controller, Get, Param, Query } from '@nestjs/common';
import { AnyMember } from '../../access/route-access.js';
import { Returns } from '../../http/returns.js';
import { historyPage, historyQuery, recordId, recordTypeName, type HistoryQuery } from '../audit.schemas.js';
import { RecordHistory } from '../read/record-history.js';

/** Who did what to one record, for whoever may read it: the permission follows from the type. */
@Controller('records')
export class RecordHistoryController {
  constructor(private readonly history: RecordHistory) {}

  @Get(':type/:id/history')
  @AnyMember()
  @Returns(historyPage)
  show(
    @Param('type', { schema: recordTypeName }) type: string,
    @Param('id', { schema: recordId }) id: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
  ) {
    return this.history.page(type, id, query);
  }
}
