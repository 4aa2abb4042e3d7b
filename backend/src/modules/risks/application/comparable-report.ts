import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { reportAnswers } from '../persistence/report-answers.query.js';
import { reportHead } from '../persistence/report-head.query.js';
import { reportRisks } from '../persistence/report-register.query.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import { assessmentView } from './build-report.js';
import { reportInventory } from './report-inventory.js';
import type { PacksOfReport } from './report-packs.js';
import { RegisterWords } from './report-register.js';
import { reportSections, type NameOf } from './report-sections.js';
import { readSpecifications } from './specifications.js';

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

/** The draft as it stands, without what no comparison asks for: plan, findings, evidence, the tests of the sign-off. */
export async function comparableReport(
  tx: ReadTx,
  assessmentId: string,
  packs: PacksOfReport,
): Promise<ComparableReport> {
  const head = await reportHead(tx, assessmentId);
  const nameOf: NameOf = (memberId) => head.members[memberId] ?? '';
  const risks = await reportRisks(tx, assessmentId);
  const named = risks.map(({ dataFlowId }) => dataFlowId).filter((id) => id !== null);
  const inventory = await reportInventory(tx, assessmentId, new Set(named));
  const words = new RegisterWords(
    packs.threats,
    inventory.assets,
    inventory.flows,
    nameOf,
    packs.earlierScale,
  );
  return {
    assessment: assessmentView(assessmentId, head, packs, nameOf),
    ...inventory.view,
    sections: reportSections(packs.questionnaire, await reportAnswers(tx, assessmentId), new Map(), nameOf),
    risks: risks.map((risk) => words.risk(risk)),
    specifications: await readSpecifications(tx, assessmentId, packs),
  };
}
