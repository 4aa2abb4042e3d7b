import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { GivenOptions, Standing } from '../../compliance/index.js';

export interface GivenAnswer {
  id: string;
  questionId: string;
  optionId: string;
  standing: Standing;
}

/** What was answered in an analysis, by question, without the words. */
export async function standingsOf(tx: ReadTx, assessmentId: string): Promise<Map<string, GivenAnswer>> {
  const rows = await tx.query<GivenAnswer>(
    `select id, question_id as "questionId", option_id as "optionId", standing from answer
     where organization_id = $1 and assessment_id = $2`,
    [tx.organizationId, assessmentId],
  );
  return new Map(rows.map((row) => [row.questionId, row]));
}

/** As gates look at it. */
export function optionsOf(given: ReadonlyMap<string, GivenAnswer>): GivenOptions {
  return new Map([...given].map(([questionId, { optionId }]) => [questionId, optionId]));
}

/** In a statement about an assessment: the chosen option of each answered question. */
export function sqlGiven(assessmentId: string): string {
  return `(select coalesce(jsonb_object_agg(w.question_id, w.option_id), '{}') from answer w
    where w.organization_id = $1 and w.assessment_id = ${assessmentId})`;
}
