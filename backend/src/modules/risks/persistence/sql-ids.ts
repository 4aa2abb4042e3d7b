import { ID_PREFIX, type IdKind } from '../../../platform/kernel/typed-id.js';

/** SQL that writes a UUID column as the API's typed id; null stays null. */
export function sqlId(kind: IdKind, column: string): string {
  return `('${ID_PREFIX[kind]}_' || replace(${column}::text, '-', ''))`;
}

/** SQL that writes an instant as the API does: ISO 8601 in UTC with milliseconds. */
export function sqlInstant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/**
 * SQL for the names of those who own a row of `page`, by their ids. Read once: row-level security makes the join to them
 * a scan of all members, and fifty scans took longer than the page itself.
 */
export const OWNERS_OF_PAGE = `select json_object_agg(om.id, op.name)
  from membership om join person op on op.id = om.person_id
  where om.organization_id = $1 and om.id in (select owner_id from page)`;

/** SQL for {id, name} of a member, or null. */
export function sqlMember(column: string): string {
  return `(select jsonb_build_object('id', ${sqlId('member', 'sm.id')}, 'name', sp.name)
    from membership sm join person sp on sp.id = sm.person_id where sm.organization_id = $1 and sm.id = ${column})`;
}

/** SQL for the name of a member, or null. */
export function sqlMemberName(column: string): string {
  return `(select sp.name from membership sm join person sp on sp.id = sm.person_id
    where sm.organization_id = $1 and sm.id = ${column})`;
}
