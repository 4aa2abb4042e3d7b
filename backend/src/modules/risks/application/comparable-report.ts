import type { AssessmentReport } from '../report/assessment-report.schema.js';

type Specification = NonNullable<AssessmentReport['specifications']>[number];

/** What of a report two years are compared by. */
export type ComparableReport = Pick<
  AssessmentReport,
  'assessment' | 'sections' | 'assets' | 'dataFlows' | 'risks'
> & {
  specifications?:
    | readonly (Pick<Specification, 'citation' | 'title'> & {
        decision: Pick<NonNullable<Specification['decision']>, 'decision'> | null;
      })[]
    | undefined;
};

/** What was not handed over: the same in both years, or new and beyond what is listed. */
export interface LeftOut {
  same: number;
  added: number;
}

/** Two years, as far as they may differ. */
export interface Comparison {
  before: ComparableReport;
  after: ComparableReport;
  leftOut: Record<'assets' | 'dataFlows' | 'risks', LeftOut>;
}

const NOTHING: LeftOut = { same: 0, added: 0 };

/** Two years as a whole. */
export function wholeComparison(before: ComparableReport, after: ComparableReport): Comparison {
  return { before, after, leftOut: { assets: NOTHING, dataFlows: NOTHING, risks: NOTHING } };
}

export function inScope({ assets }: Pick<ComparableReport, 'assets'>): AssessmentReport['assets'] {
  return assets.filter((asset) => asset.inScope);
}

/** What an asset is known by from year to year. */
export function assetKey({ tag }: Pick<AssessmentReport['assets'][number], 'tag'>): string {
  return tag.toLowerCase();
}

/** Two flows of one name go different ways. */
export function flowKey({ name, from, to }: AssessmentReport['dataFlows'][number]): string {
  return [name, from, to].join('|').toLowerCase();
}
