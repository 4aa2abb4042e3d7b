import { Controller, Get, Query } from '@nestjs/common';
import { AnyMember } from '../../../platform/access/route-access.js';
import { Returns } from '../../../platform/http/returns.js';
import { SearchRecords } from '../application/search-records.js';
import { searchQuery, searchResults } from '../search.schemas.js';

@Controller('search')
export class SearchController {
  constructor(private readonly records: SearchRecords) {}

  /** Everybody may ask; each kind answers only to who may read it. */
  @Get()
  @AnyMember()
  @Returns(searchResults)
  search(@Query({ schema: searchQuery }) query: { q: string }) {
    return this.records.execute(query.q);
  }
}
