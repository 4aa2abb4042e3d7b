import { containsPattern } from '../../../platform/database/like-pattern.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { AlikeSubjects } from '../domain/proposal-tally.js';
import type { ProposalSubject } from '../domain/proposals.js';
import { DECISIONS } from './proposal-decisions.sql.js';
import {
  factsOf,
  inScope,
  kindsOf,
  SOURCES,
  subjectColumns,
  type SubjectSource,
} from './proposal-subjects.sql.js';

export interface NamedSubject extends ProposalSubject {
  tag: string | null;
  name: string;
}

/** Which assets and flows are looked at. */
export interface SubjectFilter {
  /** Kinds of assets, and 'data-flow'. */
  kinds: readonly string[];
  /** Null: all. */
  ids: readonly string[] | null;
  /** Whether it holds ePHI; a data flow neither does nor does not. Null: all. */
  holdsEphi: boolean | null;
  /** Stands in its tag or code and its name together. Null: all. */
  q: string | null;
}

/** How the pairs in question stand: `undecided` on none of them, or decided so on one of them at least. */
export interface DecidedFilter {
  pairIds: readonly string[];
  state: 'undecided' | 'accepted' | 'dismissed';
}

/**
 * Decisions come by the thousand at once, and until the next analysis of the table PostgreSQL believes that there are
 * none: it would go through all of them again for each asset.
 */
export async function joiningByHash<T>(tx: ReadTx, ask: () => Promise<T>): Promise<T> {
  await tx.query(`select set_config('enable_nestloop', 'off', true)`);
  const answer = await ask();
  await tx.query(`select set_config('enable_nestloop', 'on', true)`);
  return answer;
}

/** Parameters of every statement here: organization, analysis, then these. */
const filterParams = ({ kinds, ids, holdsEphi, q }: SubjectFilter) => [
  kinds,
  ids,
  holdsEphi,
  q === null ? null : containsPattern(q),
];

function matching({ alias, kind, holdsEphi, called }: SubjectSource): string {
  return `${kind} = any($3::text[]) and ($4::uuid[] is null or ${alias}.id = any($4::uuid[]))
    and ($5::boolean is null or ${holdsEphi} = $5::boolean)
    and ($6::text is null or ${called} ilike $6::text)`;
}

/** Those in scope with these ids. */
export async function subjectsWithIds(
  tx: ReadTx,
  assessmentId: string,
  ids: readonly string[],
): Promise<NamedSubject[]> {
  const all = SOURCES.map(
    (source) =>
      `select ${subjectColumns(source)} from ${source.table} where ${inScope(source)} and ${source.alias}.id = any($3::uuid[])`,
  );
  return tx.query<NamedSubject>(all.join(' union all '), [tx.organizationId, assessmentId, ids]);
}

export interface SubjectPage {
  filter: SubjectFilter;
  decided?: DecidedFilter | undefined;
  after: Pick<ProposalSubject, 'type' | 'id'> | null;
  most: number;
}

/**
 * The next by name behind one of them, assets before flows; what is not there any more stands before all. Those that
 * something is open for are in scope; a decision is shown also where its subject was left out since.
 */
export async function subjectsAfter(
  tx: ReadTx,
  assessmentId: string,
  { filter, decided, after, most }: SubjectPage,
): Promise<NamedSubject[]> {
  const found: NamedSubject[] = [];
  for (const source of SOURCES.slice(after?.type === 'data-flow' ? 1 : 0)) {
    if (!kindsOf(source, filter.kinds)) continue;
    const { alias, table } = source;
    const last = after?.type === source.type ? after.id : null;
    const rows = await tx.query<NamedSubject>(
      `select ${subjectColumns(source)} from ${table}
       where ${scopeOf(source, decided)} and ${matching(source)} ${decidedSo(source, decided)}
         and coalesce((lower(${alias}.name), ${alias}.id) >
           (select lower(l.name), l.id from ${table.split(' ')[0]} l where l.organization_id = $1 and l.id = $7), true)
       order by lower(${alias}.name), ${alias}.id limit $8`,
      [
        tx.organizationId,
        assessmentId,
        ...filterParams(filter),
        last,
        most - found.length,
        ...decidedParams(decided),
      ],
    );
    found.push(...rows);
    if (found.length === most) break;
  }
  return found;
}

/** How many there are that were decided so. */
export async function countDecidedSubjects(
  tx: ReadTx,
  assessmentId: string,
  filter: SubjectFilter,
  decided: DecidedFilter,
): Promise<number> {
  const counts = SOURCES.map(
    (source) =>
      `(select count(*) from ${source.table} where ${source.alias}.organization_id = $1
        and ${matching(source)} ${decidedSo(source, decided, 7)})`,
  );
  const [row] = await tx.query<{ total: number }>(`select (${counts.join(' + ')})::int as total`, [
    tx.organizationId,
    assessmentId,
    ...filterParams(filter),
    ...decidedParams(decided),
  ]);
  return row!.total;
}

/** All in scope, those alike as one. Decisions count as far as they are about these pairs. For joiningByHash. */
export async function subjectGroups(
  tx: ReadTx,
  assessmentId: string,
  filter: SubjectFilter,
  pairIds: readonly string[],
): Promise<AlikeSubjects[]> {
  const all = SOURCES.filter((source) => kindsOf(source, filter.kinds)).map((source) => {
    const { type, alias, kind, table, facts } = source;
    const columns = [kind, ...Object.values(facts), 'd.pairs'].filter((column) => column !== `'data-flow'`);
    return `select '${type}' as type, ${kind} as kind, ${factsOf(source)} as facts, coalesce(d.pairs, '[]') as decided,
        count(*)::int as subjects
      from ${table} left join decided d on d.subject_id = ${alias}.id
      where ${inScope(source)} and ${matching(source)} group by ${columns.join(', ')}`;
  });
  if (all.length === 0) return [];
  return tx.query<AlikeSubjects>(
    `with decided as materialized (
       select subject_id, jsonb_agg(pair_id order by pair_id) as pairs from (${DECISIONS}) d
       where pair_id = any($7::text[]) group by subject_id)
     ${all.join(' union all ')}`,
    [tx.organizationId, assessmentId, ...filterParams(filter), pairIds],
  );
}

export interface DecisionCount {
  pairId: string;
  kind: string;
  accepted: number;
  dismissed: number;
}

/** How often these pairs, or all, were accepted and turned down, by the kind of thing. For joiningByHash. */
export async function countDecisions(
  tx: ReadTx,
  assessmentId: string,
  filter: SubjectFilter,
  pairIds: readonly string[] | null,
): Promise<DecisionCount[]> {
  const all = SOURCES.map(
    (source) =>
      `select d.pair_id, ${source.kind} as kind, d.risk_id from (${DECISIONS}) d
       join ${source.table} on ${source.alias}.organization_id = $1 and ${source.alias}.id = d.subject_id
       where ($7::text[] is null or d.pair_id = any($7::text[])) and ${matching(source)}`,
  );
  return tx.query<DecisionCount>(
    `select pair_id as "pairId", kind, count(risk_id)::int as accepted, (count(*) - count(risk_id))::int as dismissed
     from (${all.join(' union all ')}) counted group by pair_id, kind`,
    [tx.organizationId, assessmentId, ...filterParams(filter), pairIds],
  );
}

function scopeOf(source: SubjectSource, decided: DecidedFilter | undefined): string {
  if (decided === undefined || decided.state === 'undecided') return inScope(source);
  return `${source.alias}.organization_id = $1`;
}

const decidedParams = (decided: DecidedFilter | undefined) => (decided ? [decided.pairIds] : []);

/** Not correlated, so that the decisions are read once for all and not once for each. */
function decidedSo({ alias }: SubjectSource, decided: DecidedFilter | undefined, at = 9): string {
  if (!decided) return '';
  const made = `(select d.subject_id from (${DECISIONS}) d where d.pair_id = any($${at}::text[])`;
  switch (decided.state) {
    case 'undecided':
      return `and ${alias}.id not in ${made})`;
    case 'accepted':
      return `and ${alias}.id in ${made} and d.risk_id is not null)`;
    case 'dismissed':
      return `and ${alias}.id in ${made} and d.risk_id is null)`;
  }
}
