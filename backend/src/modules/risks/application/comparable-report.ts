import type { NewRecord } from '../../inventory/index.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';

type Specification = NonNullable<AssessmentReport['specifications']>[number];

type Assessment = AssessmentReport['assessment'];
export type ComparedRisk = Pick<
  AssessmentReport['risks'][number],
  'id' | 'number' | 'title' | 'status' | 'threat' | 'vulnerability' | 'subject'
> & { residual: { level: string } | null };

/** What of a report two years are compared by. */
export type ComparableReport = Pick<AssessmentReport, 'sections' | 'assets' | 'dataFlows'> & {
  assessment: Pick<Assessment, 'questionnaire' | 'scale'>;
  risks: ComparedRisk[];
  specifications?:
    | readonly (Pick<Specification, 'citation' | 'title'> & {
        decision: Pick<NonNullable<Specification['decision']>, 'decision'> | null;
      })[]
    | undefined;
};

/** A risk that is surely new: nothing else of it is looked at. */
export type NewRisk = Pick<ComparedRisk, 'number' | 'title' | 'residual'> & { isNew: true };

/** The later year: of what is surely new, only what is told of it. */
export type LaterReport = Omit<ComparableReport, 'assets' | 'dataFlows' | 'risks'> & {
  assets: (AssessmentReport['assets'][number] | NewRecord)[];
  dataFlows: (AssessmentReport['dataFlows'][number] | NewRecord)[];
  risks: (ComparedRisk | NewRisk)[];
};

/** What was not handed over: the same in both years, or new and beyond what is listed. */
export interface LeftOut {
  same: number;
  added: number;
}

/** Two years, as far as they may differ. */
export interface Comparison {
  before: ComparableReport;
  after: LaterReport;
  leftOut: Record<'assets' | 'dataFlows' | 'risks', LeftOut>;
}

const NOTHING: LeftOut = { same: 0, added: 0 };

/** Two years as a whole. */
export function wholeComparison(before: ComparableReport, after: ComparableReport): Comparison {
  return { before, after, leftOut: { assets: NOTHING, dataFlows: NOTHING, risks: NOTHING } };
}

/** What is new was looked for in scope alone. */
export function inScope<Row extends AssessmentReport['assets'][number] | NewRecord>(
  assets: readonly Row[],
): Row[] {
  return assets.filter((asset) => !('inScope' in asset) || asset.inScope);
}

/** What an asset is known by from year to year. */
export function assetKey({ tag }: Pick<AssessmentReport['assets'][number], 'tag'>): string {
  return tag.toLowerCase();
}

/** Two flows of one name go different ways. */
export function flowKey({ name, from, to }: AssessmentReport['dataFlows'][number]): string {
  return [name, from, to].join('|').toLowerCase();
}
