import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { scaleName } from '../domain/level-choice.js';
import { levelById } from '../domain/rating-scale.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { scalesInUse } from '../persistence/scales-in-use.query.js';
import type { ScalesInUseView } from '../scales-in-use.schemas.js';
import { AssessmentPacks, scaleKey } from './assessment-packs.js';

/** The scales that the risks in the register are rated by. Two of them share no level, also by the same name. */
@Injectable()
export class ShowScalesInUse {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
  ) {}

  execute(assessmentId: string | undefined): Promise<ScalesInUseView> {
    return this.db.read(async (tx) => {
      if (assessmentId !== undefined) await assessmentPins(tx, assessmentId);
      const refs = await scalesInUse(tx, assessmentId);
      const scales = await this.packs.scales(tx, refs);
      const items = refs.map((ref) => {
        const { title, own, levels } = scales.get(scaleKey(ref))!;
        return {
          name: scaleName(ref),
          title,
          version: ref.version ?? String(own!.number),
          levels: levels.map(({ id }) => levelById({ levels }, id)!),
        };
      });
      return { items };
    });
  }
}
