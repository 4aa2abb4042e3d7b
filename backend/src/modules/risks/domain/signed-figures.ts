import { levelById, type ScaleLevel } from './rating-scale.js';

/** How many risks stood at a level, before safeguards and with them. */
export interface LevelFigure {
  id: string;
  label: string;
  /** 0 the lowest to 100 the highest level of its scale. */
  rank: number;
  inherent: number;
  residual: number;
}

/** What a signed analysis counted when it was signed: kept beside its content, so that nobody opens that to count. */
export interface SignedFigures {
  /** From the least to the most; closed risks have left the register. */
  levels: LevelFigure[];
  /** Open risks without a residual rating. */
  unrated: number;
  /** Risks that were not closed. */
  openRisks: number;
  /** Budget of the actions that were planned or in work. */
  openCents: number;
  counts: SignedCounts;
}

/** The figures of its overview; what was missing then would have kept it from being signed. */
export interface SignedCounts {
  assetsInScope: number;
  assetsExcluded: number;
  dataFlows: number;
  risks: number;
  actions: number;
  actionsOpen: number;
}

interface Rated {
  status: 'open' | 'treated' | 'closed';
  inherent: { level: string } | null;
  residual: { level: string } | null;
}

/** Of a report, what is counted. */
export interface CountedReport {
  assessment: { scale: { levels: readonly ScaleLevel[] } };
  assets: readonly { inScope: boolean }[];
  dataFlows: readonly unknown[];
  risks: readonly Rated[];
  actions: readonly { status: string; budgetCents: number | null }[];
}

/** Until somebody else has checked it: what is done and waits for that is open, too. */
const isOpenAction = (status: string): boolean => status !== 'validated' && status !== 'cancelled';

export function figuresOf({ assessment, assets, dataFlows, risks, actions }: CountedReport): SignedFigures {
  const open = risks.filter(({ status }) => status !== 'closed');
  const unfinished = actions.filter(({ status }) => status === 'planned' || status === 'in-progress');
  const inScope = assets.filter((asset) => asset.inScope).length;
  const at = (kind: 'inherent' | 'residual', level: string): number =>
    open.filter((risk) => risk[kind]?.level === level).length;
  return {
    levels: assessment.scale.levels.map(({ id }) => ({
      ...levelById(assessment.scale, id)!,
      inherent: at('inherent', id),
      residual: at('residual', id),
    })),
    unrated: open.filter(({ residual }) => residual === null).length,
    openRisks: open.length,
    openCents: unfinished.reduce((sum, { budgetCents }) => sum + (budgetCents ?? 0), 0),
    counts: {
      assetsInScope: inScope,
      assetsExcluded: assets.length - inScope,
      dataFlows: dataFlows.length,
      risks: risks.length,
      actions: actions.filter(({ status }) => status !== 'cancelled').length,
      actionsOpen: actions.filter(({ status }) => isOpenAction(status)).length,
    },
  };
}

/** Levels of several scales as one list: the same word at the same rank is the same level. From the least to the most. */
export function foldLevels(levels: readonly LevelFigure[]): LevelFigure[] {
  const folded = new Map<string, LevelFigure>();
  for (const level of levels) {
    const key = `${level.rank}|${level.label}`;
    const known = folded.get(key);
    folded.set(
      key,
      known
        ? {
            ...known,
            inherent: known.inherent + level.inherent,
            residual: known.residual + level.residual,
          }
        : level,
    );
  }
  return [...folded.values()].sort((a, b) => a.rank - b.rank || a.label.localeCompare(b.label));
}
