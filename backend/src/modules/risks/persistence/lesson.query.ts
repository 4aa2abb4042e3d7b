import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { LessonListQuery, LessonView } from '../lesson.schemas.js';
import { readJsonPage, type JsonPage } from './json-page.js';
import { sqlId, sqlInstant, sqlMember } from './sql-ids.js';

/** A lesson as PostgreSQL builds it, with the ids that the rules ask for. */
export type LessonDetail = Omit<LessonView, 'allowedActions'> & {
  ownerUuid: string;
  actionOwnerUuid: string | null;
};

/** Of a lesson `r`; `$2` is today. */
const ITEM = `jsonb_build_object('id', ${sqlId('lesson', 'r.id')}, 'kind', r.kind, 'title', r.title,
  'action', (select jsonb_build_object('id', ${sqlId('action', 't.id')}, 'number', t.number, 'title', t.title, 'status', t.status)
    from remediation_action t where t.organization_id = $1 and t.id = r.action_id),
  'owner', ${sqlMember('r.owner_id')}, 'ownerUuid', r.owner_id,
  'actionOwnerUuid', (select t.owner_id from remediation_action t where t.organization_id = $1 and t.id = r.action_id), 'dueOn', r.due_on,
  'overdue', r.done_on is null and r.due_on < $2::date, 'doneOn', r.done_on, 'recordedBy', ${sqlMember('r.recorded_by')},
  'createdAt', ${sqlInstant('r.created_at')}, 'updatedAt', ${sqlInstant('r.updated_at')}, 'version', r.version)`;

/** `onlyOf`: somebody who may not see the whole plan sees what they follow, and what their own actions taught. */
export function listLessons(
  tx: ReadTx,
  query: LessonListQuery,
  onlyOf: string | null,
): Promise<JsonPage<LessonDetail>> {
  const params: unknown[] = [tx.organizationId, tx.today];
  // Today is named in the item; a list that asks for no lateness would leave its type open.
  const filters: string[] = ['$2::date is not null'];
  const filter = (column: string, value: string | undefined): void => {
    if (value === undefined) return;
    params.push(value);
    filters.push(`r.${column} = $${params.length}::uuid`);
  };
  if (onlyOf) {
    params.push(onlyOf);
    filters.push(`(r.owner_id = $${params.length}::uuid or r.action_id in (
      select t.id from remediation_action t where t.organization_id = $1 and t.owner_id = $${params.length}::uuid))`);
  }
  filter('owner_id', query.ownerId);
  filter('action_id', query.actionId);
  if (query.state) filters.push(`r.done_on is ${query.state === 'open' ? 'null' : 'not null'}`);
  return readJsonPage<LessonDetail>(tx, {
    table: 'remediation_lesson',
    filters,
    params,
    item: ITEM,
    sortName: 'due',
    sort: { column: 'due_on', type: 'date' },
    limit: query.limit,
    cursor: query.cursor,
  });
}

export async function lessonDetail(tx: ReadTx, id: string): Promise<LessonDetail> {
  const [row] = await tx.query<{ detail: LessonDetail }>(
    `select ${ITEM} as detail from remediation_lesson r where r.organization_id = $1 and r.id = $3`,
    [tx.organizationId, tx.today, id],
  );
  if (!row) throw notFound('lesson');
  return row.detail;
}
