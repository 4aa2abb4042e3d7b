import { Module } from '@nestjs/common';
import './scales.audit.js';
import './scales.permissions.js';
import { AdoptScale } from './application/adopt-scale.js';
import { DraftScale } from './application/draft-scale.js';
import { ExportScale } from './application/export-scale.js';
import { ExportScales } from './application/export-scales.js';
import { OwnScales } from './application/own-scales.js';
import { ScaleDecisionsController } from './http/scale-decisions.controller.js';
import { ScalesController } from './http/scales.controller.js';

/** The organization's own scales for rating risk, beside those that come with the product. */
@Module({
  controllers: [ScalesController, ScaleDecisionsController],
  providers: [OwnScales, DraftScale, AdoptScale, ExportScale, ExportScales],
})
export class ScalesModule {}
