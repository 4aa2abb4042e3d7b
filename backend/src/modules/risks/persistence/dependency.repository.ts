import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { Wait } from '../domain/dependencies.js';
import type { LinkedAction } from '../effect.schemas.js';
import { sqlId } from './sql-ids.js';

/** Until this transaction ends nobody else adds a dependency here: two at once could make a circle that neither sees. */
export async function lockDependencies(tx: WriteTx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 164))', [
    `remediation_dependency|${tx.organizationId}`,
  ]);
}

/** What an action waits for, directly or through others, by the numbers of the plan. */
export function waitsBehind(tx: ReadTx, actionId: string): Promise<Wait[]> {
  return tx.query<Wait>(
    `with recursive behind as (
       select d.action_id, d.waits_for_id from remediation_dependency d where d.organization_id = $1 and d.action_id = $2
       union
       select d.action_id, d.waits_for_id from remediation_dependency d
       join behind b on d.action_id = b.waits_for_id where d.organization_id = $1)
     select a.number as action, w.number as "waitsFor" from behind b
     join remediation_action a on a.organization_id = $1 and a.id = b.action_id
     join remediation_action w on w.organization_id = $1 and w.id = b.waits_for_id`,
    [tx.organizationId, actionId],
  );
}

export async function addDependency(tx: WriteTx, actionId: string, waitsForId: string): Promise<void> {
  await tx.query(
    'insert into remediation_dependency (organization_id, action_id, waits_for_id) values ($1, $2, $3)',
    [tx.organizationId, actionId, waitsForId],
  );
}

export async function dropDependency(tx: WriteTx, actionId: string, waitsForId: string): Promise<boolean> {
  const rows = await tx.query(
    `with gone as (delete from remediation_dependency
       where organization_id = $1 and action_id = $2 and waits_for_id = $3 returning action_id)
     select action_id from gone`,
    [tx.organizationId, actionId, waitsForId],
  );
  return rows.length > 0;
}

export interface UnfinishedAction {
  number: number;
  title: string;
  ownerId: string | null;
}

/** Of what an action waits for, what is not finished; it stays so, or not, until this transaction ends. */
export function unfinishedBefore(tx: WriteTx, actionId: string): Promise<UnfinishedAction[]> {
  return tx.query<UnfinishedAction>(
    `select w.number, w.title, w.owner_id as "ownerId" from remediation_action w
     where w.organization_id = $1 and w.status in ('planned', 'in-progress') and w.id in (
       select d.waits_for_id from remediation_dependency d where d.organization_id = $1 and d.action_id = $2)
     order by w.number for share`,
    [tx.organizationId, actionId],
  );
}

export interface Dependencies {
  waitsFor: LinkedAction[];
  waitedForBy: LinkedAction[];
}

/** SQL for whether the reader may see the action `w`; `$3` is who sees only their own, null for who sees the plan. */
const SEEN = '($3::uuid is null or w.owner_id is not distinct from $3::uuid)';

const side = (
  mine: string,
  theirs: string,
  only = 'true',
): string => `(select coalesce(jsonb_agg(jsonb_build_object('id', ${sqlId('action', 'w.id')},
    'number', w.number, 'title', case when ${SEEN} then w.title end, 'status', w.status,
    'dueOn', case when ${SEEN} then w.due_on end) order by w.due_sort, w.id), '[]')
  from remediation_dependency d
  join remediation_action w on w.organization_id = d.organization_id and w.id = d.${theirs}
  where d.organization_id = $1 and d.${mine} = $2 and ${only})`;

/**
 * What an action waits for, and what waits for it: the soonest first. `onlyOf`: somebody who may not see the whole plan is
 * told number and status of what their action waits for, and nothing of other people's actions that wait for it.
 */
export async function dependenciesOf(
  tx: ReadTx,
  actionId: string,
  onlyOf: string | null,
): Promise<Dependencies> {
  const [row] = await tx.query<{ waitsFor: LinkedAction[]; waitedForBy: LinkedAction[] }>(
    `select ${side('action_id', 'waits_for_id')} as "waitsFor", ${side('waits_for_id', 'action_id', SEEN)} as "waitedForBy"`,
    [tx.organizationId, actionId, onlyOf],
  );
  return row!;
}
