import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { AssessmentStatus } from '../domain/assessment-status.js';
import type { RiskView } from '../risk.schemas.js';
import { CARRIED, SUBJECT_END } from './carried-risk.query.js';
import { FURTHER_COUNT, furtherNames } from './further-subjects.js';
import { RISK_SUBJECT } from './risk-list.query.js';
import { sqlId, sqlInstant, sqlMember } from './sql-ids.js';

/** A risk as PostgreSQL builds it; what the packs say is added by the application. */
export type RiskDetail = Omit<
  RiskView,
  | 'threat'
  | 'vulnerability'
  | 'citations'
  | 'suggestion'
  | 'inherent'
  | 'residual'
  | 'scale'
  | 'safeguardChoices'
  | 'allowedActions'
  | 'acceptances'
  | 'acceptanceApprovers'
  | 'actions'
  | 'carried'
> & {
  actions: (Omit<RiskView['actions'][number], 'expected'> & { expected: StoredRating | null })[];
  carried: StoredCarried | null;
  pairId: string | null;
  /** Of the finding that it came from. */
  findingCitations: string[];
  threatId: string | null;
  vulnerabilityId: string | null;
  inherent: StoredRating | null;
  residual: StoredRating | null;
  pins: {
    status: AssessmentStatus;
    scalesPack: string | null;
    scalesVersion: string | null;
    scaleId: string;
    threatsPack: string;
    threatsVersion: string;
  };
};
type Carried = NonNullable<RiskView['carried']>;
/** The ratings that it came with, by the scale of that time. */
interface StoredCarried extends Omit<Carried, 'earlier'> {
  earlierScale: { scalesPack: string | null; scalesVersion: string | null; scaleId: string };
  inherent: StoredRating | null;
  residual: StoredRating | null;
}
interface StoredRating {
  likelihood: string;
  impact: string;
  level: string;
}

/** On the page of a risk; the file of the register names more. */
const MOST_SHOWN = 100;

const rating = (kind: 'inherent' | 'residual'): string => `case when r.${kind}_rank is null then null else
  jsonb_build_object('likelihood', r.${kind}_likelihood, 'impact', r.${kind}_impact, 'level', r.${kind}_level) end`;

const ACTIONS = `(select coalesce(jsonb_agg(jsonb_build_object('id', ${sqlId('action', 't.id')}, 'number', t.number, 'title', t.title,
    'status', t.status, 'dueOn', t.due_on, 'owner', ${sqlMember('t.owner_id')}, 'expected', case when e.expected_level is null then null else
      jsonb_build_object('likelihood', e.expected_likelihood, 'impact', e.expected_impact, 'level', e.expected_level) end)
    order by t.due_sort, t.id), '[]')
  from remediation_effect e
  join remediation_action t on t.organization_id = e.organization_id and t.id = e.action_id
  where e.organization_id = $1 and e.risk_id = r.id)`;

const DETAIL = `jsonb_build_object(
  'id', ${sqlId('risk', 'r.id')}, 'number', r.number, 'title', r.title, 'description', r.description,
  'assessment', jsonb_build_object('id', ${sqlId('assessment', 'm.id')}, 'title', m.title, 'status', m.status),
  'pins', jsonb_build_object('status', m.status, 'scalesPack', m.scales_pack, 'scalesVersion', m.scales_version, 'scaleId', m.scale_id,
    'threatsPack', m.threats_pack, 'threatsVersion', m.threats_version),
  'findingCitations', coalesce((select g.citations from finding g where g.organization_id = $1 and g.id = r.finding_id), '{}'),
  'pairId', r.pair_id, 'threatId', r.threat_id, 'vulnerabilityId', r.vulnerability_id, 'subject', ${RISK_SUBJECT},
  'further', jsonb_build_object('total', ${FURTHER_COUNT}, 'items', ${furtherNames(MOST_SHOWN)}),
  'subjectEnd', ${SUBJECT_END}, 'carried', ${CARRIED},
  'inherent', ${rating('inherent')}, 'safeguards', r.safeguards, 'safeguardIds', r.safeguard_ids,
  'residual', ${rating('residual')}, 'ratingReason', r.rating_reason,
  'treatment', r.treatment, 'treatmentReason', r.treatment_reason, 'owner', ${sqlMember('r.owner_id')}, 'status', r.status,
  'ratedBy', ${sqlMember('r.rated_by')}, 'ratedAt', ${sqlInstant('r.rated_at')},
  'actions', ${ACTIONS}) || jsonb_build_object(
  'createdAt', ${sqlInstant('r.created_at')}, 'updatedAt', ${sqlInstant('r.updated_at')}, 'version', r.version)`;

export async function riskDetail(tx: ReadTx, id: string): Promise<RiskDetail> {
  const [row] = await tx.query<{ detail: RiskDetail }>(
    `select ${DETAIL} as detail from risk r
     join assessment m on m.organization_id = r.organization_id and m.id = r.assessment_id
     where r.organization_id = $1 and r.id = $2`,
    [tx.organizationId, id],
  );
  if (!row) throw notFound('risk');
  return row.detail;
}
