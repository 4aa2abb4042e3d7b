import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { ProposalSubject } from '../domain/proposals.js';

export interface NamedSubject extends ProposalSubject {
  tag: string | null;
  name: string;
}

/** Subjects that are alike in all that proposals ask about; `id` where a decision makes one of them a case of its own. */
export interface SubjectGroup extends Omit<ProposalSubject, 'id'> {
  id: string | null;
  subjects: number;
}

interface Source {
  type: ProposalSubject['type'];
  table: string;
  alias: string;
  tag: string;
  kind: string;
  /** Facts by the names that the catalog's conditions use. */
  facts: Readonly<Record<string, string>>;
  /** As assetsInScope() and flowsInScope() say: $1 is the organization, $2 the analysis. */
  inScope: string;
}

const excluded = (assetIds: string): string => `exists (select 1 from assessment_exclusion x
  where x.organization_id = $1 and x.assessment_id = $2 and x.asset_id in (${assetIds}))`;

/** Assets first. */
const SOURCES: readonly Source[] = [
  {
    type: 'asset',
    table: 'asset a',
    alias: 'a',
    tag: 'a.tag',
    kind: 'a.kind',
    facts: {
      holdsEphi: 'a.holds_ephi',
      portable: 'a.portable',
      internetFacing: 'a.internet_facing',
      hosting: 'a.hosting',
      encryptionAtRest: 'a.encryption_at_rest',
      encryptionInTransit: 'a.encryption_in_transit',
      backup: 'a.backup',
      lifecycle: 'a.lifecycle',
    },
    inScope: `a.organization_id = $1 and a.lifecycle <> 'disposed' and not ${excluded('a.id')}`,
  },
  {
    type: 'data-flow',
    table: 'data_flow f',
    alias: 'f',
    tag: 'null',
    kind: `'data-flow'`,
    facts: {
      transportSecurity: 'f.transport_security',
      counterparty: 'f.counterparty',
      offshore: 'f.offshore',
    },
    inScope: `f.organization_id = $1 and f.active and not ${excluded('f.from_asset_id, f.to_asset_id')}`,
  },
];

const factsOf = ({ facts }: Source): string =>
  `jsonb_build_object(${Object.entries(facts)
    .map(([name, column]) => `'${name}', ${column}`)
    .join(', ')})`;

const subjectOf = (source: Source): string =>
  `'${source.type}' as type, ${source.alias}.id, ${source.tag} as tag, ${source.alias}.name, ${source.kind} as kind,
   ${factsOf(source)} as facts`;

/** Those in scope with these ids. */
export async function subjectsWithIds(
  tx: ReadTx,
  assessmentId: string,
  ids: readonly string[],
): Promise<NamedSubject[]> {
  const all = SOURCES.map(
    (source) =>
      `select ${subjectOf(source)} from ${source.table} where ${source.inScope} and ${source.alias}.id = any($3::uuid[])`,
  );
  return tx.query<NamedSubject>(all.join(' union all '), [tx.organizationId, assessmentId, ids]);
}

/** The next in scope by name behind one of them, assets before flows. What is not there any more stands before all. */
export async function subjectsAfter(
  tx: ReadTx,
  assessmentId: string,
  after: Pick<ProposalSubject, 'type' | 'id'> | null,
  most: number,
): Promise<NamedSubject[]> {
  const found: NamedSubject[] = [];
  for (const source of SOURCES.slice(after?.type === 'data-flow' ? 1 : 0)) {
    const { alias, table, inScope } = source;
    const last = after?.type === source.type ? after.id : null;
    const rows = await tx.query<NamedSubject>(
      `select ${subjectOf(source)} from ${table}
       where ${inScope} and coalesce((lower(${alias}.name), ${alias}.id) >
         (select lower(l.name), l.id from ${table.split(' ')[0]} l where l.organization_id = $1 and l.id = $3), true)
       order by lower(${alias}.name), ${alias}.id limit $4`,
      [tx.organizationId, assessmentId, last, most - found.length],
    );
    found.push(...rows);
    if (found.length === most) break;
  }
  return found;
}

/** All in scope, those alike as one; each of `decided` for itself. */
export async function subjectGroups(
  tx: ReadTx,
  assessmentId: string,
  decided: readonly string[],
): Promise<SubjectGroup[]> {
  const all = SOURCES.map((source) => {
    const { type, table, alias, kind, inScope, facts } = source;
    const own = `case when ${alias}.id = any($3::uuid[]) then ${alias}.id end`;
    const columns = [kind, own, ...Object.values(facts)];
    return `select '${type}' as type, ${kind} as kind, ${own} as id, ${factsOf(source)} as facts, count(*)::int as subjects
      from ${table} where ${inScope} group by ${columns.filter((column) => column !== `'data-flow'`).join(', ')}`;
  });
  return tx.query<SubjectGroup>(all.join(' union all '), [tx.organizationId, assessmentId, decided]);
}
