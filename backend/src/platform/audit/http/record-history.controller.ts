import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { AnyMember } from '../../access/route-access.js';
import { Returns } from '../../http/returns.js';
import { uuidOf } from '../../kernel/typed-id.js';
import { historyPage, historyQuery, type HistoryQuery } from '../audit.schemas.js';
import { RecordHistory } from '../read/record-history.js';
import { RECORD_ID } from '../record-types.js';

const recordTypeName = z.string().regex(/^[a-z-]+$/).max(60);
const recordId = z.string().regex(RECORD_ID, 'This is not the id of a record.').transform(uuidOf);

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
