import { Global, Module } from '@nestjs/common';
import './compliance.audit.js';
import './compliance.permissions.js';
import { Packs } from './application/packs.js';
import { ReferenceViews } from './application/reference-views.js';
import { ReferenceController } from './http/reference.controller.js';
import { PackConnection } from './persistence/pack-connection.js';

/** The packs: regulation, questions, threats and words as data, and official sets brought in beside them. */
@Global()
@Module({
  controllers: [ReferenceController],
  providers: [PackConnection, Packs, ReferenceViews],
  exports: [Packs],
})
export class ComplianceModule {}
