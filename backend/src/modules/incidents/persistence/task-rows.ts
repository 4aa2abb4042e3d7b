import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { stale } from '../../../platform/kernel/stale.js';
import type { IncidentRole } from '../domain/response/incident-kinds.js';
import type { IncidentState } from '../domain/response/incident-states.js';

export const taskOutcome = encryptedColumn('incident_task', 'outcome');

export type TaskPhase = Exclude<IncidentState, 'reported' | 'closed'>;
export type TaskStatus = 'open' | 'done' | 'not-needed';

export interface NewTask {
  templateId: string | null;
  phase: TaskPhase;
  title: string;
  why: string;
  citation: string | null;
  role: IncidentRole | null;
  ownerId: string | null;
  dueAt: Date | null;
}

export interface TaskRow extends NewTask {
  id: string;
  status: TaskStatus;
  outcome: string;
  settledBy: string | null;
  settledAt: Date | null;
  version: number;
}

/** Behind those that are there already, in their order. */
export async function addTasks(
  tx: WriteTx,
  incidentId: string,
  tasks: readonly NewTask[],
): Promise<string[]> {
  const [last] = await tx.query<{ position: number }>(
    'select coalesce(max(position), 0) as position from incident_task where organization_id = $1 and incident_id = $2',
    [tx.organizationId, incidentId],
  );
  const ids = tasks.map(() => newId());
  await tx.query(
    `insert into incident_task (organization_id, id, incident_id, position, template_id, phase, title, why, citation, role,
       owner_id, due_at, created_at, updated_at)
     select $1, t.id, $2, $3 + t.ordinality, t.template_id, t.phase, t.title, t.why, t.citation, t.role, t.owner_id, t.due_at, $13, $13
     from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::uuid[], $12::timestamptz[])
       with ordinality as t(id, template_id, phase, title, why, citation, role, owner_id, due_at, ordinality)`,
    [
      tx.organizationId,
      incidentId,
      last!.position,
      ids,
      tasks.map(({ templateId }) => templateId),
      tasks.map(({ phase }) => phase),
      tasks.map(({ title }) => title),
      tasks.map(({ why }) => why),
      tasks.map(({ citation }) => citation),
      tasks.map(({ role }) => role),
      tasks.map(({ ownerId }) => ownerId),
      tasks.map(({ dueAt }) => dueAt),
      tx.now,
    ],
  );
  return ids;
}

const COLUMNS = `id, template_id as "templateId", phase, title, why, citation, role, owner_id as "ownerId", due_at as "dueAt", status,
  outcome, settled_by as "settledBy", settled_at as "settledAt", version`;
type Sealed = Omit<TaskRow, 'outcome'> & { outcome: Buffer | null };

export async function tasksOfIncident(tx: ReadTx, incidentId: string): Promise<TaskRow[]> {
  const rows = await tx.query<Sealed>(
    `select ${COLUMNS} from incident_task where organization_id = $1 and incident_id = $2 order by position, id`,
    [tx.organizationId, incidentId],
  );
  return rows.map((row) => opened(tx, row));
}

/** The task, held and as the person saw it. */
export async function holdTask(
  tx: WriteTx,
  incidentId: string,
  id: string,
  version: number,
): Promise<TaskRow> {
  const [row] = await tx.query<Sealed>(
    `select ${COLUMNS} from incident_task where organization_id = $1 and incident_id = $2 and id = $3 for update`,
    [tx.organizationId, incidentId, id],
  );
  if (!row) throw notFound('incident-task');
  if (row.version !== version) throw stale('incident-task');
  return opened(tx, row);
}

export async function saveTask(
  tx: WriteTx,
  { id, ownerId, status, outcome, settledBy, settledAt }: TaskRow,
): Promise<void> {
  await tx.query(
    `update incident_task set owner_id = $3, status = $4, outcome = $5, settled_by = $6, settled_at = $7, updated_at = $8,
       version = version + 1 where organization_id = $1 and id = $2`,
    [
      tx.organizationId,
      id,
      ownerId,
      status,
      taskOutcome.sealOrNull(tx, id, outcome),
      settledBy,
      settledAt,
      tx.now,
    ],
  );
}

function opened(tx: ReadTx, row: Sealed): TaskRow {
  return { ...row, outcome: taskOutcome.openOrNull(tx, row.id, row.outcome) ?? '' };
}
