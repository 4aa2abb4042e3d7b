import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { HIGHEST_RANK } from '../domain/rating-scale.js';
import type { InventoryMoves } from '../domain/inventory-moves.js';
import { sqlGiven } from './answer-standings.js';
import { TO_REVIEW } from './carried-risk.query.js';
import { UNRATED } from './rated-counts.js';
import { ASSETS_EXCLUDED, ASSETS_IN_SCOPE, FLOWS_IN_SCOPE } from './scope-counts.js';
import { UNPLANNED } from './unplanned.js';

/** What the rows say before the sign-off; questions and tests come from the packs. Closed risks have left the register. */
export interface SignOffRows {
  scope: string;
  checklist: Record<string, { met: boolean; note: string; by?: string; at?: string }>;
  /** Null unless it waits for its signature. */
  moved: InventoryMoves | null;
  /** The chosen option by question, asked or not. */
  given: Record<string, string>;
  assetsInScope: number;
  assetsExcluded: number;
  dataFlows: number;
  findings: number;
  openFindings: number;
  evidence: number;
  dismissals: number;
  risks: number;
  rated: number;
  decided: number;
  withSafeguards: number;
  withRatingReason: number;
  toReview: number[];
  unrated: number[];
  undecided: number[];
  withoutOwner: number[];
  withoutAction: number[];
  acceptedWithoutApproval: number[];
  acceptedHighest: number[];
  worseWithSafeguards: number[];
  withoutSafeguards: number[];
  withoutRatingReason: number[];
}

/** $2, not the analysis' own id: the planner looks up how much one of them holds. */
const OF_IT = (alias: string): string => `${alias}.organization_id = $1 and ${alias}.assessment_id = $2`;
const NUMBERS = (condition: string): string =>
  `coalesce(jsonb_agg(r.number) filter (where ${condition}), '[]')`;

/** As `namesSafeguards` says of one risk. */
const NAMES_SAFEGUARDS = `(btrim(r.safeguards) <> '' or cardinality(r.safeguard_ids) > 0)`;

const MOVED_SINCE = (table: string): string =>
  `from ${table} m where m.organization_id = $1 and m.updated_at > a.submitted_at`;

/** Its answers, risks and decisions stand still in review; the inventory that is signed with them does not. */
const MOVED = `case when a.status = 'in-review' then jsonb_build_object(
  'assets', (select count(*) ${MOVED_SINCE('asset')}), 'dataFlows', (select count(*) ${MOVED_SINCE('data_flow')}),
  'vendors', (select count(*) ${MOVED_SINCE('vendor')}),
  'undoneImports', (select count(*) from import_batch b where b.organization_id = $1 and b.undone_at > a.submitted_at),
  'last', greatest((select max(m.updated_at) ${MOVED_SINCE('asset')}), (select max(m.updated_at) ${MOVED_SINCE('data_flow')}),
    (select max(m.updated_at) ${MOVED_SINCE('vendor')}))) end`;

const FACTS = `jsonb_build_object(
  'scope', a.scope, 'checklist', a.checklist, 'moved', ${MOVED},
  'given', ${sqlGiven('a.id')},
  'assetsInScope', ${ASSETS_IN_SCOPE}, 'assetsExcluded', ${ASSETS_EXCLUDED}, 'dataFlows', ${FLOWS_IN_SCOPE},
  'evidence', (select count(*) from evidence e where ${OF_IT('e')} and e.withdrawn_at is null),
  'dismissals', (select count(*) from proposal_dismissal d where ${OF_IT('d')}))
  || (select jsonb_build_object('findings', count(*), 'openFindings', count(*) filter (where g.status = 'open')) from finding g where ${OF_IT('g')})
  || (select jsonb_build_object(
    'risks', count(*), 'rated', count(r.residual_rank), 'decided', count(r.treatment),
    'withSafeguards', count(*) filter (where ${NAMES_SAFEGUARDS}),
    'withRatingReason', count(*) filter (where r.rating_reason <> ''),
    'toReview', ${NUMBERS(TO_REVIEW)},
    'unrated', ${NUMBERS(UNRATED)},
    'undecided', ${NUMBERS('r.treatment is null')},
    'withoutOwner', ${NUMBERS('r.owner_id is null')},
    'withoutAction', ${NUMBERS(UNPLANNED)},
    'acceptedWithoutApproval', ${NUMBERS(`r.treatment = 'accept' and not exists (select 1 from risk_acceptance c
      where c.organization_id = $1 and c.risk_id = r.id and c.status = 'approved' and c.stale_at is null and c.until_on >= $3::date)`)},
    'acceptedHighest', ${NUMBERS(`r.treatment = 'accept' and r.residual_rank = ${HIGHEST_RANK}`)},
    'worseWithSafeguards', ${NUMBERS('r.residual_rank > r.inherent_rank')},
    'withoutSafeguards', ${NUMBERS(`not ${NAMES_SAFEGUARDS}`)},
    'withoutRatingReason', ${NUMBERS("r.rating_reason = ''")})
  from risk r where ${OF_IT('r')} and r.status <> 'closed')`;

export async function signOffRows(tx: ReadTx, assessmentId: string): Promise<SignOffRows> {
  const [row] = await tx.query<{ facts: SignOffRows }>(
    `select ${FACTS} as facts from assessment a where a.organization_id = $1 and a.id = $2`,
    [tx.organizationId, assessmentId, tx.today],
  );
  if (!row) throw notFound('assessment');
  // Sorted here: there, every risk with all its words would be sorted for a few numbers.
  for (const numbers of Object.values(row.facts)) if (Array.isArray(numbers)) numbers.sort((a, b) => a - b);
  return row.facts;
}
