import { Injectable } from '@nestjs/common';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { Packs, type ThreatCatalog } from '../../compliance/index.js';
import { pinnedScales } from '../../scales/index.js';
import type { RatingScale } from '../domain/rating-scale.js';
import type { AssessmentPins } from '../persistence/assessment-pins.js';
import type { ScaleRef } from '../persistence/scale-ref.js';

/** What an assessment was pinned to when it began: packs, and a scale. It is judged by these for ever. */
@Injectable()
export class AssessmentPacks {
  constructor(private readonly packs: Packs) {}

  async scaleOf(
    tx: ReadTx,
    { scalesPack, scalesVersion, scaleId }: Pick<AssessmentPins, 'scalesPack' | 'scalesVersion' | 'scaleId'>,
  ): Promise<RatingScale> {
    const ref = { pack: scalesPack, version: scalesVersion, id: scaleId };
    return (await this.scales(tx, [ref])).get(scaleKey(ref))!;
  }

  /** Each of these scales by its key, the own ones in one turn. */
  async scales(tx: ReadTx, refs: readonly ScaleRef[]): Promise<Map<string, RatingScale>> {
    const asked = new Map(refs.map((ref) => [scaleKey(ref), ref]));
    const ownIds = [...asked.values()].filter(({ pack }) => pack === null).map(({ id }) => id);
    const own = new Map(
      (ownIds.length > 0 ? await pinnedScales(tx, ownIds) : []).map((scale) => [scale.id, scale]),
    );
    const found = new Map<string, RatingScale>();
    for (const [key, { pack, version, id }] of asked) {
      const scale = pack === null ? own.get(id) : await this.packed(pack, version!, id);
      if (!scale) throw new Error(`there is no scale ${key}`);
      found.set(key, scale);
    }
    return found;
  }

  threatsOf(pins: Pick<AssessmentPins, 'threatsPack' | 'threatsVersion'>): Promise<ThreatCatalog> {
    return this.packs.threats(pins.threatsPack, pins.threatsVersion);
  }

  private async packed(pack: string, version: string, id: string): Promise<RatingScale | undefined> {
    return (await this.packs.scales(pack, version)).scales.find((scale) => scale.id === id);
  }
}

/** Two scales are the same where this is. */
export function scaleKey({ pack, version, id }: ScaleRef): string {
  return `${pack ?? ''}|${version ?? ''}|${id}`;
}
