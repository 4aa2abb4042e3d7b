import { ID_PREFIX, type IdKind } from '../../../platform/kernel/typed-id.js';

/** SQL that writes a UUID column as the API's typed id; null stays null. */
export function sqlId(kind: IdKind, column: string): string {
  return `('${ID_PREFIX[kind]}_' || replace(${column}::text, '-', ''))`;
}

/** SQL that writes an instant as the API does: ISO 8601 in UTC with milliseconds. */
export function sqlInstant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The owner of a row `r`, joined once for a whole page; `OWNER` is {id, name} or null. */
export const OWNER_JOIN = `left join (membership om join person op on op.id = om.person_id)
  on om.organization_id = $1 and om.id = r.owner_id`;
export const OWNER = `case when om.id is null then null else
  jsonb_build_object('id', ${sqlId('member', 'om.id')}, 'name', op.name) end`;

/** SQL for {id, name} of a member, or null. */
export function sqlMember(column: string): string {
  return `(select jsonb_build_object('id', ${sqlId('member', 'sm.id')}, 'name', sp.name)
    from membership sm join person sp on sp.id = sm.person_id where sm.organization_id = $1 and sm.id = ${column})`;
}
