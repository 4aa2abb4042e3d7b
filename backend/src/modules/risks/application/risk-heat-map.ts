import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { heatGrid } from '../domain/heat-map.js';
import { assessmentPins, newestAssessmentPins } from '../persistence/assessment-pins.js';
import { ratedCounts } from '../persistence/rated-counts.js';
import { undecidedRisks } from '../persistence/undecided-risks.js';
import type { HeatMapView } from '../risk.schemas.js';
import { AssessmentPacks } from './assessment-packs.js';
import { scaleView } from './scale-view.js';

@Injectable()
export class RiskHeatMap {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
  ) {}

  execute(assessmentId: string | undefined): Promise<HeatMapView> {
    return this.db.read(async (tx) => {
      const pins = assessmentId ? await assessmentPins(tx, assessmentId) : await newestAssessmentPins(tx);
      const scale = await this.packs.scaleOf(pins);
      const counts = await ratedCounts(tx, pins.id);
      return {
        assessmentId: typedId('assessment', pins.id),
        scale: scaleView(scale),
        inherent: heatGrid(scale, counts.inherent),
        residual: heatGrid(scale, counts.residual),
        unrated: counts.unrated,
        undecided: await undecidedRisks(tx, pins.id),
      };
    });
  }
}
