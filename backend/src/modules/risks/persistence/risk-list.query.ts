import { containsPattern } from '../../../platform/database/like-pattern.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { AcceptanceStanding } from '../domain/acceptance.js';
import type { SubjectEnd } from '../domain/carried-risk.js';
import { heatCellIn, type HeatCell } from '../domain/heat-map.js';
import { levelChoiceIn, type LevelChoice } from '../domain/level-choice.js';
import type { RiskListQuery } from '../risk.schemas.js';
import { openActionSql } from './action-list.query.js';
import { readLookupPage, type JsonPage, type PageSort } from './json-page.js';
import { OWNERS_OF_PAGE, sqlId, sqlInstant, sqlMemberName } from './sql-ids.js';
import { FURTHER_COUNT, furtherNames } from './further-subjects.js';
import { IN_REGISTER } from './current-assessment.js';
import { SUBJECT_END, TO_REVIEW } from './carried-risk.query.js';
import { scaleRefOf, type ScaleRef } from './scale-ref.js';
import { analysesRatedBy } from './scales-in-use.query.js';
import { UNRATED } from './rated-counts.js';

const SORTS: Record<RiskListQuery['sort'], PageSort> = {
  residual: { column: 'residual_sort', type: 'smallint' },
  inherent: { column: 'inherent_sort', type: 'smallint' },
  number: { column: 'number', type: 'integer' },
  title: { column: 'title', type: 'text' },
  '-updated': { column: 'updated_at', type: 'timestamptz', descending: true },
};

/** Level ids get their words from the scale's pack, which the row names. */
export interface RiskListItem {
  id: string;
  number: number;
  title: string;
  assessmentId: string;
  assessmentTitle: string;
  scale: ScaleRef;
  subject: { type: 'asset' | 'data-flow' | 'finding'; id: string; name: string } | null;
  inherentLevel: string | null;
  residualLevel: string | null;
  treatment: 'mitigate' | 'transfer' | 'avoid' | 'accept' | null;
  acceptance: AcceptanceStanding | null;
  carried: { from: string; reviewedAt: string | null } | null;
  /** How many things more it concerns. */
  furtherSubjects: number;
  subjectEnd: SubjectEnd | null;
  owner: { id: string; name: string } | null;
  status: 'open' | 'treated' | 'closed';
  openActions: number;
  updatedAt: string;
  version: number;
}

/** SQL for what a risk `r` is about. */
export const RISK_SUBJECT = `case
  when r.asset_id is not null then (select jsonb_build_object('type', 'asset', 'id', ${sqlId('asset', 'a.id')}, 'name', a.tag || ' ' || a.name)
    from asset a where a.organization_id = $1 and a.id = r.asset_id)
  when r.data_flow_id is not null then (select jsonb_build_object('type', 'data-flow', 'id', ${sqlId('dataFlow', 'f.id')}, 'name', f.name)
    from data_flow f where f.organization_id = $1 and f.id = r.data_flow_id)
  when r.finding_id is not null then (select jsonb_build_object('type', 'finding', 'id', ${sqlId('finding', 'g.id')}, 'name', g.title)
    from finding g where g.organization_id = $1 and g.id = r.finding_id)
  end`;

/** As the database writes it: ids are plain, and what rows share stands once, in the lookups. */
interface Row extends Omit<RiskListItem, 'assessmentTitle' | 'scale' | 'owner' | 'acceptance' | 'carried'> {
  ownerId: string | null;
}

interface Lookups {
  assessments: Record<string, Pick<RiskListItem, 'scale'> & { title: string }> | null;
  owners: Record<string, string> | null;
  acceptances: Record<string, { standing: AcceptanceStanding; approval?: RiskWords['approval'] }> | null;
  carried: Record<string, NonNullable<RiskListItem['carried']>> | null;
}

/** In one cell of a file. */
export const MOST_NAMED = 200;

/** What a file holds besides what the page shows. */
export interface RiskWords {
  description: string;
  inherentLikelihood: string | null;
  inherentImpact: string | null;
  residualLikelihood: string | null;
  residualImpact: string | null;
  safeguards: string;
  ratingReason: string;
  treatmentReason: string;
  /** The names of the first of what it concerns besides. */
  further: { name: string }[];
  /** By the catalog of threats that its analysis asks by. */
  threatId: string | null;
  vulnerabilityId: string | null;
  safeguardIds: string[];
  threats: { threatsPack: string; threatsVersion: string };
  /** Of what is to be accepted: the approval that holds, else what was asked last. */
  approval: {
    askedBy: string;
    /** Null: it waits, was refused or withdrawn. */
    approved: { reason: string; untilOn: string; by: string; at: string; note: string } | null;
  } | null;
}

const WORDS = `, 'description', r.description, 'inherentLikelihood', r.inherent_likelihood, 'inherentImpact', r.inherent_impact,
  'residualLikelihood', r.residual_likelihood, 'residualImpact', r.residual_impact, 'safeguards', r.safeguards,
  'ratingReason', r.rating_reason, 'treatmentReason', r.treatment_reason, 'further', ${furtherNames(MOST_NAMED)},
  'threatId', r.threat_id, 'vulnerabilityId', r.vulnerability_id, 'safeguardIds', r.safeguard_ids,
  'threats', (select json_build_object('threatsPack', n.threats_pack, 'threatsVersion', n.threats_version)
    from assessment n where n.organization_id = $1 and n.id = r.assessment_id)`;

const itemOf = (words: string): string => `json_build_object(
  'id', r.id, 'number', r.number, 'title', r.title, 'assessmentId', r.assessment_id, 'subject', ${RISK_SUBJECT},
  'furtherSubjects', ${FURTHER_COUNT}, 'inherentLevel', r.inherent_level, 'residualLevel', r.residual_level, 'treatment', r.treatment,
  'ownerId', r.owner_id, 'status', r.status, 'subjectEnd', ${SUBJECT_END},
  'openActions', (select count(*) from remediation_effect e
    join remediation_action t on t.organization_id = $1 and t.id = e.action_id and ${openActionSql('t')}
    where e.organization_id = $1 and e.risk_id = r.id),
  'updatedAt', r.updated_at, 'version', r.version${words})`;

const LOOKUPS: Record<Exclude<keyof Lookups, 'acceptances'>, string> = {
  assessments: `select json_object_agg(m.id, json_build_object('title', m.title,
      'scale', ${scaleRefOf('m')}))
    from assessment m where m.organization_id = $1 and m.id in (select assessment_id from page)`,
  owners: OWNERS_OF_PAGE,
  carried: `select json_object_agg(c.risk_id, json_build_object('from', n.title, 'reviewedAt', ${sqlInstant('c.reviewed_at')}))
    from page p join carried_risk c on c.organization_id = $1 and c.assessment_id = p.assessment_id and c.risk_id = p.id
    join assessment n on n.organization_id = $1 and n.id = c.from_assessment_id`,
};

/**
 * Of each risk that is accepted the one that holds, else the newest one, as `standingOfAcceptance` says it; $2 is today.
 * `words`: what a file tells besides.
 */
const acceptancesWith = (words: string): string => `select json_object_agg(c.risk_id, json_build_object(
    'standing', case when c.status <> 'approved' then c.status when c.stale_at is not null then 'stale'
      when c.until_on < $2::date then 'ended' else 'in-force' end${words}))
  from (select distinct on (a.risk_id) a.* from risk_acceptance a
    where a.organization_id = $1 and a.risk_id in (select id from page where treatment = 'accept')
    order by a.risk_id, (a.status = 'approved' and a.stale_at is null and a.until_on >= $2::date) desc, a.id desc) c`;

/** Only what was approved lets a risk stay as it is; of the rest it is said who asked. */
const APPROVAL = `, 'approval', json_build_object('askedBy', ${sqlMemberName('c.asked_by')}, 'approved',
    case when c.status = 'approved' then json_build_object('reason', c.reason, 'untilOn', c.until_on,
      'by', ${sqlMemberName('c.decided_by')}, 'at', ${sqlInstant('c.decided_at')}, 'note', c.decision_note) end)`;

export async function listRisks(tx: ReadTx, query: RiskListQuery): Promise<JsonPage<RiskListItem>> {
  return readRisks<object>(tx, query, { words: '', acceptances: acceptancesWith('') });
}

/** The same rows with all their words. */
export async function listWholeRisks(
  tx: ReadTx,
  query: RiskListQuery,
): Promise<JsonPage<RiskListItem & RiskWords>> {
  return readRisks<RiskWords>(tx, query, { words: WORDS, acceptances: acceptancesWith(APPROVAL) });
}

async function readRisks<Words>(
  tx: ReadTx,
  query: RiskListQuery,
  { words, acceptances }: { words: string; acceptances: string },
): Promise<JsonPage<RiskListItem & Words>> {
  const params: unknown[] = [tx.organizationId, tx.today];
  const filters: string[] = [];
  const filter = (sql: (param: string) => string, value: unknown): void => {
    if (value === undefined) return;
    params.push(value);
    filters.push(sql(`$${params.length}`));
  };
  filter((p) => `r.assessment_id = ${p}::uuid`, query.assessmentId);
  const number = /^r-?(\d{1,9})$/i.exec(query.q ?? '')?.[1];
  // Whoever names an analysis or a risk sees it also where it was withdrawn.
  if (query.assessmentId === undefined && !number) filters.push(IN_REGISTER);
  filter((p) => `r.status = ${p}`, query.status);
  if (query.ownerId === 'none') filters.push('r.owner_id is null');
  else filter((p) => `r.owner_id = ${p}::uuid`, query.ownerId);
  const level = query.level === undefined || query.level === 'unrated' ? null : levelChoiceIn(query.level);
  if (query.level === 'unrated') filters.push(UNRATED);
  else filter((p) => `r.residual_level = ${p}`, level?.level);
  const cell = query.cell === undefined ? null : heatCellIn(query.cell);
  filter((p) => `r.assessment_id = any (${p}::uuid[])`, await analysesMeant(tx, query, level, cell));
  if (cell) {
    filter((p) => `r.${cell.view}_likelihood = ${p}`, cell.likelihood);
    filter((p) => `r.${cell.view}_impact = ${p}`, cell.impact);
    // Closed risks have left the map.
    filters.push(`r.status <> 'closed'`);
  }
  if (query.treatment === 'undecided') filters.push('r.treatment is null');
  else filter((p) => `r.treatment = ${p}`, query.treatment);
  if (query.review) filters.push(TO_REVIEW);
  if (number) filter((p) => `r.number = ${p}::integer`, Number(number));
  else if (query.q)
    filter((p) => `(r.title ilike ${p} or r.description ilike ${p})`, containsPattern(query.q));
  const { items, lookups, ...page } = await readLookupPage<Row & Words, Lookups>(tx, {
    table: 'risk',
    filters,
    params,
    item: itemOf(words),
    lookups: { ...LOOKUPS, acceptances },
    sortName: query.sort,
    sort: SORTS[query.sort],
    limit: query.limit,
    cursor: query.cursor,
    searched: query.q !== undefined,
  });
  for (const row of items) {
    if (words !== '') Object.assign(row, { approval: lookups.acceptances?.[row.id]?.approval ?? null });
    fillIn(row, lookups);
  }
  // fillIn has made list items of the rows; the compiler cannot follow a change in place.
  return { ...page, items: items as unknown as (RiskListItem & Words)[] };
}

/** Steps and levels mean something on their own scale only; one analysis has one. Undefined: nothing to leave out. */
async function analysesMeant(
  tx: ReadTx,
  { assessmentId }: RiskListQuery,
  level: LevelChoice | null,
  cell: HeatCell | null,
): Promise<string[] | undefined> {
  const scale = level?.scale ?? null;
  if ((!level && !cell) || (!scale && assessmentId !== undefined)) return undefined;
  return (await analysesRatedBy(tx, scale)) ?? undefined;
}

/** In place: fifty copies of each page are what the list would spend most of its time on. */
function fillIn(row: Row, { assessments, owners, acceptances, carried }: Lookups): void {
  const { title, scale } = assessments![row.assessmentId]!;
  const filled: Omit<RiskListItem, keyof Row> & Partial<RiskListItem> = {
    id: typedId('risk', row.id),
    assessmentId: typedId('assessment', row.assessmentId),
    assessmentTitle: title,
    scale,
    acceptance: acceptances?.[row.id]?.standing ?? null,
    carried: carried?.[row.id] ?? null,
    owner: row.ownerId === null ? null : { id: typedId('member', row.ownerId), name: owners![row.ownerId]! },
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
  Object.assign(row, filled);
}
