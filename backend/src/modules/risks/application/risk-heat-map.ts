import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { heatGrid } from '../domain/heat-map.js';
import type { RatingScale } from '../domain/rating-scale.js';
import {
  assessmentPins,
  currentAssessmentPins,
  type AssessmentPins,
} from '../persistence/assessment-pins.js';
import { carriedOnTo } from '../persistence/carried-risk.query.js';
import { ratedCounts } from '../persistence/rated-counts.js';
import { findSnapshot } from '../persistence/snapshot.repository.js';
import { undecidedRisks } from '../persistence/undecided-risks.js';
import type { HeatMapView } from '../risk.schemas.js';
import { AssessmentPacks } from './assessment-packs.js';
import { openSnapshot } from './signed-content.js';
import { scaleView } from './scale-view.js';

@Injectable()
export class RiskHeatMap {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
  ) {}

  execute(assessmentId: string | undefined): Promise<HeatMapView> {
    return this.db.read(async (tx) => {
      const pins = assessmentId ? await assessmentPins(tx, assessmentId) : await currentAssessmentPins(tx);
      const scale = await this.packs.scaleOf(tx, pins);
      const signed = await this.asSigned(tx, pins, scale);
      if (signed) return signed;
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

  /** Once the register has moved on, the map shows it as it was signed; null while it lives here. */
  private async asSigned(tx: ReadTx, pins: AssessmentPins, scale: RatingScale): Promise<HeatMapView | null> {
    if (pins.status !== 'signed' || !(await carriedOnTo(tx, pins.id))) return null;
    const snapshot = await findSnapshot(tx, pins.id);
    const report = snapshot && openSnapshot(snapshot);
    if (!report) return null;
    const open = report.risks.filter(({ status }) => status !== 'closed');
    return {
      assessmentId: typedId('assessment', pins.id),
      scale: scaleView(scale),
      ...report.heatMap,
      unrated: {
        inherent: open.filter(({ inherent }) => inherent === null).length,
        residual: open.filter(({ residual }) => residual === null).length,
      },
      undecided: { toReview: 0, untreated: 0, unowned: 0, unplanned: 0 },
    };
  }
}
