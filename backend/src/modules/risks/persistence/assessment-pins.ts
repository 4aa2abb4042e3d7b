import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { AssessmentStatus } from '../domain/assessment-status.js';
import { currentAssessment } from './current-assessment.js';

/** Of an assessment, what register, plan and sign-off go by. */
export interface AssessmentPins {
  id: string;
  title: string;
  status: AssessmentStatus;
  scope: string;
  /** Null, like the version: scaleId is a version of the organization's own scale. */
  scalesPack: string | null;
  scalesVersion: string | null;
  scaleId: string;
  threatsPack: string;
  threatsVersion: string;
  questionnairePack: string;
  questionnaireVersion: string;
  previousId: string | null;
  /** By which the analysis was rated that this one follows. */
  earlierScale: Pick<AssessmentPins, 'scalesPack' | 'scalesVersion' | 'scaleId'> | null;
  preparedBy: string;
  submittedBy: string | null;
  submittedAt: Date | null;
  checklist: Record<string, { met: boolean; note: string; by: string; at: string }>;
  version: number;
}

const COLUMNS = `id, title, status, scope, scales_pack as "scalesPack", scales_version as "scalesVersion", scale_id as "scaleId",
  threats_pack as "threatsPack", threats_version as "threatsVersion", questionnaire_pack as "questionnairePack",
  questionnaire_version as "questionnaireVersion", previous_id as "previousId", prepared_by as "preparedBy", submitted_by as "submittedBy",
  submitted_at as "submittedAt", checklist, version,
  (select jsonb_build_object('scalesPack', p.scales_pack, 'scalesVersion', p.scales_version, 'scaleId', p.scale_id)
    from assessment p where p.organization_id = assessment.organization_id and p.id = assessment.previous_id) as "earlierScale"`;

/**
 * `keep`: the status stays as it is until this transaction ends, while others may say the same; `change`: nobody else
 * may enter or change anything of it meanwhile. So an approval and a late change never pass each other.
 */
export type AssessmentLock = 'keep' | 'change';

export async function assessmentPins(tx: ReadTx, id: string, lock?: AssessmentLock): Promise<AssessmentPins> {
  const pins = await findAssessmentPins(tx, id, lock);
  if (!pins) throw notFound('assessment');
  return pins;
}

export async function findAssessmentPins(
  tx: ReadTx,
  id: string,
  lock?: AssessmentLock,
): Promise<AssessmentPins | null> {
  const locking = lock === undefined ? '' : lock === 'keep' ? 'for share' : 'for update';
  const [row] = await tx.query<AssessmentPins>(
    `select ${COLUMNS} from assessment where organization_id = $1 and id = $2 ${locking}`,
    [tx.organizationId, id],
  );
  return row ?? null;
}

/** Of the assessment that the register is about. */
export async function currentAssessmentPins(tx: ReadTx): Promise<AssessmentPins> {
  const [row] = await tx.query<AssessmentPins>(currentAssessment(COLUMNS), [tx.organizationId]);
  if (!row) throw notFound('assessment');
  return row;
}
