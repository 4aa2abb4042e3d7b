import { Injectable } from '@nestjs/common';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { Packs, type Questionnaire, type Requirements, type ThreatCatalog } from '../../compliance/index.js';
import type { RatingScale } from '../domain/rating-scale.js';
import type { AssessmentPins } from '../persistence/assessment-pins.js';
import { AssessmentPacks } from './assessment-packs.js';

export interface PacksOfReport {
  questionnaire: Questionnaire;
  questionnaireIsOfficial: boolean;
  threats: ThreatCatalog;
  threatsAreOfficial: boolean;
  scale: RatingScale;
  scaleVersion: string;
  /** Of the analysis that this one follows; null where it follows none. */
  earlierScale: RatingScale | null;
  requirements: Requirements;
}

/** What a report takes from packs and scales. */
@Injectable()
export class ReportPacks {
  constructor(
    private readonly packs: Packs,
    private readonly pinned: AssessmentPacks,
  ) {}

  async load(tx: ReadTx, pins: AssessmentPins): Promise<PacksOfReport> {
    const questionnaire = await this.packs.questionnaire(pins.questionnairePack, pins.questionnaireVersion);
    const threats = await this.pinned.threatsOf(pins);
    const scale = await this.pinned.scaleOf(tx, pins);
    return {
      questionnaire,
      questionnaireIsOfficial: await this.packs.isOfficial(questionnaire),
      threats,
      threatsAreOfficial: await this.packs.isOfficial(threats),
      scale,
      scaleVersion: pins.scalesVersion ?? String(scale.own!.number),
      earlierScale: pins.earlierScale && (await this.pinned.scaleOf(tx, pins.earlierScale)),
      requirements: await this.packs.requirements(),
    };
  }
}
