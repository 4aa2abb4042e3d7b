import { Module } from '@nestjs/common';
import { SearchRecords } from './application/search-records.js';
import { SearchController } from './http/search.controller.js';

/** Records of every kind by name, tag or number. */
@Module({ controllers: [SearchController], providers: [SearchRecords] })
export class SearchModule {}
