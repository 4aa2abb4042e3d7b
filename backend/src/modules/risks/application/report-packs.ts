import { Injectable } from '@nestjs/common';
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

/** What a report takes from packs. Loaded before the transaction begins: packs are read on a connection of their own. */
@Injectable()
export class ReportPacks {
  constructor(
    private readonly packs: Packs,
    private readonly pinned: AssessmentPacks,
  ) {}

  async load(pins: AssessmentPins): Promise<PacksOfReport> {
    const questionnaire = await this.packs.questionnaire(pins.questionnairePack, pins.questionnaireVersion);
    const threats = await this.pinned.threatsOf(pins);
    return {
      questionnaire,
      questionnaireIsOfficial: await this.packs.isOfficial(questionnaire),
      threats,
      threatsAreOfficial: await this.packs.isOfficial(threats),
      scale: await this.pinned.scaleOf(pins),
      scaleVersion: pins.scalesVersion,
      earlierScale: pins.earlierScale && (await this.pinned.scaleOf(pins.earlierScale)),
      requirements: await this.packs.requirements(),
    };
  }
}
