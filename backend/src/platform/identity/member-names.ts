import type { ReadTx } from '../database/tenant-db.js';
import { typedId } from '../kernel/typed-id.js';

/** The names of these members of the organization, by their ids. */
export async function memberNames(tx: ReadTx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select m.id, p.name from membership m join person p on p.id = m.person_id where m.organization_id = $1 and m.id = any($2::uuid[])`,
    [tx.organizationId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface NamedMember {
  id: string;
  name: string;
}

/** As the API names a member; null where there is none. */
export function namedMember(names: ReadonlyMap<string, string>, id: string | null): NamedMember | null {
  return id === null ? null : { id: typedId('member', id), name: names.get(id) ?? '' };
}
