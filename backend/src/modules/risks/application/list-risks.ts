import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { levelById, type RatingScale } from '../domain/rating-scale.js';
import type { JsonPage } from '../persistence/json-page.js';
import { listRisks, listWholeRisks, type RiskListItem } from '../persistence/risk-list.query.js';
import type { RiskListQuery, RiskPage } from '../risk.schemas.js';
import { AssessmentPacks, scaleKey } from './assessment-packs.js';

@Injectable()
export class ListRisks {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
  ) {}

  async execute(query: RiskListQuery): Promise<RiskPage> {
    return this.db.read(async (tx) => this.withWords(tx, await listRisks(tx, query)));
  }

  /** The same rows with all their words, for a file. */
  async whole(query: RiskListQuery) {
    return this.db.read(async (tx) => this.withWords(tx, await listWholeRisks(tx, query)));
  }

  private async withWords<Item extends RiskListItem>(tx: ReadTx, page: JsonPage<Item>) {
    const scales = await this.packs.scales(
      tx,
      page.items.map(({ scale }) => scale),
    );
    return { ...page, items: page.items.map((item) => withWords(item, scales.get(scaleKey(item.scale))!)) };
  }
}

function withWords<Item extends RiskListItem>(item: Item, scale: RatingScale) {
  return {
    ...item,
    inherentLevel: item.inherentLevel === null ? null : levelById(scale, item.inherentLevel),
    residualLevel: item.residualLevel === null ? null : levelById(scale, item.residualLevel),
  };
}
