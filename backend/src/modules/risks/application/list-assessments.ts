import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { Packs, progressOf, wholeProgress } from '../../compliance/index.js';
import type { AssessmentListQuery, AssessmentPage } from '../assessment.schemas.js';
import { listAssessments, type AssessmentListItem } from '../persistence/assessment-list.query.js';

@Injectable()
export class ListAssessments {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: Packs,
  ) {}

  async execute(query: AssessmentListQuery): Promise<AssessmentPage> {
    const page = await this.db.read((tx) => listAssessments(tx, query));
    return { ...page, items: await Promise.all(page.items.map((item) => this.summary(item))) };
  }

  private async summary({ given, ...item }: AssessmentListItem): Promise<AssessmentPage['items'][number]> {
    const { questionnairePack: pack, questionnaireVersion: version } = item;
    const questionnaire = await this.packs.questionnaire(pack, version);
    return {
      ...item,
      questionnaire: {
        pack,
        version,
        title: questionnaire.title,
        official: await this.packs.isOfficial(questionnaire),
      },
      progress: wholeProgress(progressOf(questionnaire, new Map(Object.entries(given)))),
    };
  }
}
