import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { levelById, type RatingScale } from '../domain/rating-scale.js';
import type { JsonPage } from '../persistence/json-page.js';
import { listRisks, listWholeRisks, type RiskListItem } from '../persistence/risk-list.query.js';
import type { RiskListQuery, RiskPage } from '../risk.schemas.js';
import { AssessmentPacks } from './assessment-packs.js';

@Injectable()
export class ListRisks {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
  ) {}

  async execute(query: RiskListQuery): Promise<RiskPage> {
    return this.withWords(await this.db.read((tx) => listRisks(tx, query)));
  }

  /** The same rows with all their words, for a file. */
  async whole(query: RiskListQuery) {
    return this.withWords(await this.db.read((tx) => listWholeRisks(tx, query)));
  }

  private async withWords<Item extends RiskListItem>(page: JsonPage<Item>) {
    const scales = new Map<string, RatingScale>();
    for (const { scale } of page.items) {
      const key = keyOf(scale);
      if (!scales.has(key)) scales.set(key, await this.packs.scale(scale.pack, scale.version, scale.id));
    }
    return { ...page, items: page.items.map((item) => withWords(item, scales.get(keyOf(item.scale))!)) };
  }
}

function keyOf(scale: RiskListItem['scale']): string {
  return `${scale.pack}|${scale.version}|${scale.id}`;
}

function withWords<Item extends RiskListItem>(item: Item, scale: RatingScale) {
  return {
    ...item,
    inherentLevel: item.inherentLevel === null ? null : levelById(scale, item.inherentLevel),
    residualLevel: item.residualLevel === null ? null : levelById(scale, item.residualLevel),
  };
}
