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

/** Of what an action waits for, what is not finished; it stays so, or not, until this transaction ends. */
export function unfinishedBefore(
  tx: WriteTx,
  actionId: string,
): Promise<{ number: number; title: string }[]> {
  return tx.query<{ number: number; title: string }>(
    `select w.number, w.title from remediation_action w
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

const side = (
  mine: string,
  theirs: string,
): string => `(select coalesce(jsonb_agg(jsonb_build_object('id', ${sqlId('action', 'w.id')},
    'number', w.number, 'title', w.title, 'status', w.status, 'dueOn', w.due_on) order by w.due_sort, w.id), '[]')
  from remediation_dependency d
  join remediation_action w on w.organization_id = d.organization_id and w.id = d.${theirs}
  where d.organization_id = $1 and d.${mine} = $2)`;

/** What an action waits for, and what waits for it: the soonest first. */
export async function dependenciesOf(tx: ReadTx, actionId: string): Promise<Dependencies> {
  const [row] = await tx.query<{ waitsFor: LinkedAction[]; waitedForBy: LinkedAction[] }>(
    `select ${side('action_id', 'waits_for_id')} as "waitsFor", ${side('waits_for_id', 'action_id')} as "waitedForBy"`,
    [tx.organizationId, actionId],
  );
  return row!;
}
