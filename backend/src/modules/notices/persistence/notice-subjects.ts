import type { ReadTx } from '../../../platform/database/tenant-db.js';

export interface AssessmentSubject {
  title: string;
  status: string;
  /** Who prepared and who submitted it. */
  makers: string[];
  byName: string;
}

export async function assessmentSubject(
  tx: ReadTx,
  assessmentId: string,
  byId: string,
): Promise<AssessmentSubject | undefined> {
  const [row] = await tx.query<AssessmentSubject>(
    `select a.title, a.status, array_remove(array[a.prepared_by, a.submitted_by], null) as makers, p.name as "byName"
     from assessment a
     join membership m on m.organization_id = a.organization_id and m.id = $3
     join person p on p.id = m.person_id
     where a.organization_id = $1 and a.id = $2`,
    [tx.organizationId, assessmentId, byId],
  );
  return row;
}

export interface ActionSubject {
  title: string;
  status: string;
  dueOn: string | null;
  ownerId: string | null;
  byName: string;
}

export async function actionSubject(
  tx: ReadTx,
  actionId: string,
  byId: string,
): Promise<ActionSubject | undefined> {
  const [row] = await tx.query<ActionSubject>(
    `select a.title, a.status, to_char(a.due_on, 'YYYY-MM-DD') as "dueOn", a.owner_id as "ownerId", p.name as "byName"
     from remediation_action a
     join membership m on m.organization_id = a.organization_id and m.id = $3
     join person p on p.id = m.person_id
     where a.organization_id = $1 and a.id = $2`,
    [tx.organizationId, actionId, byId],
  );
  return row;
}
