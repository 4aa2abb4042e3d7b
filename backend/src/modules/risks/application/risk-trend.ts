import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { levelById, type RatingScale } from '../domain/rating-scale.js';
import { foldLevels, type LevelFigure } from '../domain/signed-figures.js';
import {
  openBudget,
  openLevelCounts,
  signedPoints,
  topRisks,
  type LevelCount,
  type SignedPoint,
} from '../persistence/risk-trend.query.js';
import { MOST_POINTS, TOP_RISKS, type RiskTrendView } from '../trend.schemas.js';
import { AssessmentPacks } from './assessment-packs.js';
import { registerViewer } from './register-viewer.js';
import { signedFigures } from './signed-figures.js';

type Point = RiskTrendView['points'][number];

/**
 * How the register went from signature to signature and how it stands now. The past comes from what was signed, the
 * present from the rows. 45 CFR 164.308(a)(1)(ii)(B)
 */
@Injectable()
export class RiskTrend {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
  ) {}

  execute(): Promise<RiskTrendView> {
    const seesMoney = registerViewer().seesAll;
    return this.db.read(async (tx) => {
      const points: Point[] = [];
      for (const signed of await signedPoints(tx, MOST_POINTS)) points.push(await asSigned(tx, signed));
      points.push(await this.now(tx));
      return {
        points: seesMoney ? points : points.map((point) => ({ ...point, openCents: null })),
        topRisks: await this.top(tx),
      };
    });
  }

  private async now(tx: ReadTx): Promise<Point> {
    const counts = await openLevelCounts(tx);
    const residual = counts.filter(({ kind }) => kind === 'residual');
    const sum = (rows: readonly LevelCount[]): number => rows.reduce((all, { count }) => all + count, 0);
    return {
      assessment: null,
      on: tx.today,
      levels: foldLevels(await this.figures(counts)),
      unrated: sum(residual.filter(({ level }) => level === null)),
      openRisks: sum(residual),
      openCents: await openBudget(tx),
    };
  }

  /** Every level of every scale that open risks are rated by, also those at which none stands. */
  private async figures(counts: readonly LevelCount[]): Promise<LevelFigure[]> {
    const figures: LevelFigure[] = [];
    for (const scale of await this.scalesOf(counts)) {
      const own = counts.filter((row) => keyOf(row.scale) === scale.key);
      const at = (kind: LevelCount['kind'], id: string): number =>
        own.find((row) => row.kind === kind && row.level === id)?.count ?? 0;
      for (const { id } of scale.scale.levels) {
        const level = levelById(scale.scale, id)!;
        figures.push({ ...level, inherent: at('inherent', id), residual: at('residual', id) });
      }
    }
    return figures;
  }

  private async scalesOf(rows: readonly Pick<LevelCount, 'scale'>[]): Promise<KeyedScale[]> {
    const named = new Map(rows.map(({ scale }) => [keyOf(scale), scale]));
    const scales: KeyedScale[] = [];
    for (const [key, { pack, version, id }] of named)
      scales.push({ key, scale: await this.packs.scale(pack, version, id) });
    return scales;
  }

  private async top(tx: ReadTx): Promise<RiskTrendView['topRisks']> {
    const rows = await topRisks(tx, TOP_RISKS);
    const scales = new Map((await this.scalesOf(rows)).map(({ key, scale }) => [key, scale]));
    return rows.map(({ scale, inherentLevel, residualLevel, ...row }) => {
      const own = scales.get(keyOf(scale))!;
      return {
        ...row,
        inherentLevel: inherentLevel === null ? null : levelById(own, inherentLevel),
        residualLevel: residualLevel === null ? null : levelById(own, residualLevel),
      };
    });
  }
}

interface KeyedScale {
  key: string;
  scale: RatingScale;
}

function keyOf({ pack, version, id }: LevelCount['scale']): string {
  return `${pack}|${version}|${id}`;
}

async function asSigned(tx: ReadTx, { assessmentId, title, on, figures }: SignedPoint): Promise<Point> {
  const counted = figures ?? (await signedFigures(tx, assessmentId));
  return {
    assessment: { id: typedId('assessment', assessmentId), title },
    on,
    // A content that is not the one that was signed is not shown; its own page says so.
    levels: counted?.levels ?? [],
    unrated: counted?.unrated ?? 0,
    openRisks: counted?.openRisks ?? 0,
    openCents: counted?.openCents ?? null,
  };
}
