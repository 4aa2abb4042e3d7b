import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import type { CodeWords } from '../../../platform/documents/table/table-column.js';
import { levelById, type RatingScale } from '../domain/rating-scale.js';
import {
  listRisks,
  listWholeRisks,
  type RiskListItem,
  type RiskWords,
} from '../persistence/risk-list.query.js';
import type { RiskListQuery, RiskPage } from '../risk.schemas.js';
import { AssessmentPacks, scaleKey } from './assessment-packs.js';

@Injectable()
export class ListRisks {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
  ) {}

  async execute(query: RiskListQuery): Promise<RiskPage> {
    return this.db.read(async (tx) => {
      const page = await listRisks(tx, query);
      const scaleOf = await this.scalesOf(tx, page.items);
      return { ...page, items: page.items.map((item) => withLevels(item, scaleOf(item))) };
    });
  }

  /** The same rows with all their words, for a file. */
  async whole(query: RiskListQuery) {
    return this.db.read(async (tx) => {
      const page = await listWholeRisks(tx, query);
      const scaleOf = await this.scalesOf(tx, page.items);
      const catalogOf = await this.catalogsOf(page.items);
      return {
        ...page,
        items: page.items.map((item) => ({
          ...withLevels(item, scaleOf(item)),
          likelihoods: labelsOf(scaleOf(item).likelihood),
          impacts: labelsOf(scaleOf(item).impact),
          catalog: catalogOf(item),
        })),
      };
    });
  }

  private async scalesOf(tx: ReadTx, items: readonly RiskListItem[]) {
    const scales = await this.packs.scales(
      tx,
      items.map(({ scale }) => scale),
    );
    return ({ scale }: Pick<RiskListItem, 'scale'>): RatingScale => scales.get(scaleKey(scale))!;
  }

  /** What the catalog of each analysis calls its threats, weak points and safeguards. */
  private async catalogsOf(items: readonly Pick<RiskWords, 'threats'>[]) {
    const keyOf = ({ threats }: Pick<RiskWords, 'threats'>) =>
      `${threats.threatsPack} ${threats.threatsVersion}`;
    const found = new Map<string, CodeWords>();
    for (const item of items) {
      if (found.has(keyOf(item))) continue;
      const { threats, vulnerabilities, safeguards } = await this.packs.threatsOf(item.threats);
      const parts = [...threats, ...vulnerabilities, ...safeguards];
      found.set(keyOf(item), Object.fromEntries(parts.map(({ id, title }) => [id, title])));
    }
    return (item: Pick<RiskWords, 'threats'>): CodeWords => found.get(keyOf(item))!;
  }
}

function labelsOf(steps: RatingScale['likelihood']): CodeWords {
  return Object.fromEntries(steps.map(({ id, label }) => [id, label]));
}

function withLevels<Item extends RiskListItem>(item: Item, scale: RatingScale) {
  return Object.assign(item, {
    inherentLevel: item.inherentLevel === null ? null : levelById(scale, item.inherentLevel),
    residualLevel: item.residualLevel === null ? null : levelById(scale, item.residualLevel),
  });
}
