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
import type { ScaleRef } from '../persistence/scale-ref.js';
import { MOST_POINTS, TOP_RISKS, type RiskTrendView } from '../trend.schemas.js';
import { AssessmentPacks, scaleKey } from './assessment-packs.js';
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
      const signed = await signedPoints(tx, MOST_POINTS);
      const scales = await this.packs.scales(
        tx,
        signed.map(({ scale }) => scale),
      );
      for (const point of signed)
        points.push(await asSigned(tx, point, [named(scales.get(scaleKey(point.scale))!, point.scale)]));
      points.push(await this.now(tx));
      return {
        points: seesMoney ? points : points.map((point) => ({ ...point, openCents: null })),
        topRisks: await this.top(tx),
      };
    });
  }

  private async now(tx: ReadTx): Promise<Point> {
    const counts = await openLevelCounts(tx);
    const scales = await this.packs.scales(
      tx,
      counts.map(({ scale }) => scale),
    );
    const residual = counts.filter(({ kind }) => kind === 'residual');
    const sum = (rows: readonly LevelCount[]): number => rows.reduce((all, { count }) => all + count, 0);
    return {
      assessment: null,
      on: tx.today,
      scales: [...scales].map(([key, scale]) =>
        named(scale, counts.find((row) => scaleKey(row.scale) === key)!.scale),
      ),
      levels: foldLevels(figuresBy(scales, counts)),
      unrated: sum(residual.filter(({ level }) => level === null)),
      openRisks: sum(residual),
      openCents: await openBudget(tx),
    };
  }

  private async top(tx: ReadTx): Promise<RiskTrendView['topRisks']> {
    const rows = await topRisks(tx, TOP_RISKS);
    const scales = await this.packs.scales(
      tx,
      rows.map(({ scale }) => scale),
    );
    return rows.map(({ scale, inherentLevel, residualLevel, ...row }) => {
      const own = scales.get(scaleKey(scale))!;
      return {
        ...row,
        inherentLevel: inherentLevel === null ? null : levelById(own, inherentLevel),
        residualLevel: residualLevel === null ? null : levelById(own, residualLevel),
      };
    });
  }
}

/** Every level of every scale that open risks are rated by, also those at which none stands. */
function figuresBy(scales: ReadonlyMap<string, RatingScale>, counts: readonly LevelCount[]): LevelFigure[] {
  return [...scales].flatMap(([key, scale]) => {
    const own = counts.filter((row) => scaleKey(row.scale) === key);
    const at = (kind: LevelCount['kind'], id: string): number =>
      own.find((row) => row.kind === kind && row.level === id)?.count ?? 0;
    return scale.levels.map(({ id }) => ({
      ...levelById(scale, id)!,
      inherent: at('inherent', id),
      residual: at('residual', id),
    }));
  });
}

/** By which scale a point was rated, so that a page can say where two are not the same. */
function named(scale: RatingScale, { version }: ScaleRef): Point['scales'][number] {
  const { title, own } = scale;
  const levels = scale.levels
    .map(({ id }) => levelById(scale, id)!)
    .map(({ label, rank }) => ({ label, rank }));
  return { title, version: version ?? String(own!.number), own: own !== undefined, levels };
}

async function asSigned(
  tx: ReadTx,
  { assessmentId, title, on, figures }: SignedPoint,
  scales: Point['scales'],
): Promise<Point> {
  const counted = figures ?? (await signedFigures(tx, assessmentId));
  return {
    assessment: { id: typedId('assessment', assessmentId), title },
    on,
    scales,
    // A content that is not the one that was signed is not shown; its own page says so.
    levels: counted?.levels ?? [],
    unrated: counted?.unrated ?? 0,
    openRisks: counted?.openRisks ?? 0,
    openCents: counted?.openCents ?? null,
  };
}
