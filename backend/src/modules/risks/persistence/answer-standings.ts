import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { Standing } from '../../compliance/index.js';

export interface GivenAnswer {
  questionId: string;
  optionId: string;
  standing: Standing;
}

/** What was answered in an analysis, by question, without the words. */
export async function standingsOf(tx: ReadTx, assessmentId: string): Promise<Map<string, GivenAnswer>> {
  const rows = await tx.query<GivenAnswer>(
    `select question_id as "questionId", option_id as "optionId", standing from answer
     where organization_id = $1 and assessment_id = $2`,
    [tx.organizationId, assessmentId],
  );
  return new Map(rows.map((row) => [row.questionId, row]));
}
