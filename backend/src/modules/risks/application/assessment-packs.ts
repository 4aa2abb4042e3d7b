import { Injectable } from '@nestjs/common';
import { Packs } from '../../compliance/index.js';
import type { ThreatCatalog } from '../../compliance/index.js';
import type { RatingScale } from '../domain/rating-scale.js';
import type { AssessmentPins } from '../persistence/assessment-pins.js';

/** The packs that an assessment was pinned to when it began: it is judged by these for ever. */
@Injectable()
export class AssessmentPacks {
  constructor(private readonly packs: Packs) {}

  scaleOf(pins: Pick<AssessmentPins, 'scalesPack' | 'scalesVersion' | 'scaleId'>): Promise<RatingScale> {
    return this.scale(pins.scalesPack, pins.scalesVersion, pins.scaleId);
  }

  async scale(pack: string, version: string, scaleId: string): Promise<RatingScale> {
    const { scales } = await this.packs.scales(pack, version);
    const scale = scales.find(({ id }) => id === scaleId);
    if (!scale) throw new Error(`pack ${pack} ${version} has no scale ${scaleId}`);
    return scale;
  }

  threatsOf(pins: Pick<AssessmentPins, 'threatsPack' | 'threatsVersion'>): Promise<ThreatCatalog> {
    return this.packs.threats(pins.threatsPack, pins.threatsVersion);
  }
}
