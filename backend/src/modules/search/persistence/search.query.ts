import { beginsPattern, containsPattern } from '../../../platform/database/like-pattern.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { SearchTerm } from '../domain/search-term.js';
import type { SearchKind } from '../search.schemas.js';

export interface FoundRecord {
  kind: SearchKind;
  id: string;
  reference: string | null;
  title: string;
}

interface Reach {
  kinds: readonly SearchKind[];
  /** Only actions of this member; null: all of them. */
  ownerId: string | null;
}

/** Of each kind no more than these: who looks for more goes to its list. */
const MOST = 5;

/** $2: anywhere in the words, $3: at their beginning, $4 and $5: the number of a risk and of an action, $6: the owner. */
const KINDS: Record<
  SearchKind,
  { table: string; reference: string; title: string; found: string; exact: string }
> = {
  asset: {
    table: 'asset',
    reference: 'tag',
    title: 'name',
    found: `(name ilike $2 or tag ilike $3)`,
    exact: `tag ilike $3`,
  },
  'data-flow': {
    table: 'data_flow',
    reference: 'null',
    title: 'name',
    found: 'name ilike $2',
    exact: 'false',
  },
  vendor: {
    table: 'vendor',
    reference: 'null',
    title: 'name',
    found: 'name ilike $2',
    exact: 'false',
  },
  assessment: {
    table: 'assessment',
    reference: 'null',
    title: 'title',
    found: 'title ilike $2',
    exact: 'false',
  },
  risk: {
    table: 'risk',
    reference: `'R-' || number`,
    title: 'title',
    found: '(title ilike $2 or number = $4::int)',
    exact: 'coalesce(number = $4::int, false)',
  },
  action: {
    table: 'remediation_action',
    reference: `'A-' || number`,
    title: 'title',
    found: '(title ilike $2 or number = $5::int) and ($6::uuid is null or owner_id = $6::uuid)',
    exact: 'coalesce(number = $5::int, false)',
  },
};

/** Records of the kinds that one may read, the named one first, then those that begin with the words: one statement. */
export function findRecords(tx: ReadTx, term: SearchTerm, { kinds, ownerId }: Reach): Promise<FoundRecord[]> {
  const parts = kinds.map((kind) => {
    const { table, reference, title, found, exact } = KINDS[kind];
    return `(select '${kind}' as kind, id, ${reference} as reference, ${title} as title,
        row_number() over (order by ${exact} desc, ${title} ilike $3 desc, ${title}, id) as place
      from ${table} where organization_id = $1 and ${found} order by place limit ${MOST})`;
  });
  return tx.query<FoundRecord>(
    // `asked` gives every parameter its type, also those that none of these kinds uses.
    `with asked as (select $2::text, $3::text, $4::int, $5::int, $6::uuid)
     select kind, id, reference::text, title from (${parts.join(' union all ')}) found, asked
     order by array_position(array['asset', 'data-flow', 'vendor', 'assessment', 'risk', 'action'], kind), place`,
    [
      tx.organizationId,
      containsPattern(term.words),
      beginsPattern(term.words),
      term.riskNumber,
      term.actionNumber,
      ownerId,
    ],
  );
}
