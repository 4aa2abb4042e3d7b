import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { AssessmentStatus } from '../domain/assessment-status.js';
import { openActionSql } from './action-list.query.js';
import { sqlGiven } from './answer-standings.js';
import { sqlId, sqlInstant, sqlMember } from './sql-ids.js';
import { carriedOnToOf } from './carried-risk.query.js';
import { UNRATED } from './rated-counts.js';
import { ASSETS_EXCLUDED, ASSETS_IN_SCOPE, FLOWS_IN_SCOPE } from './scope-counts.js';
import { UNPLANNED } from './unplanned.js';

interface NamedMember {
  id: string;
  name: string;
}

/** An assessment as PostgreSQL builds it, with everything counted; what the packs say is added by the application. */
export interface AssessmentDetail {
  id: string;
  title: string;
  scope: string;
  status: AssessmentStatus;
  startedOn: CalendarDate;
  pins: {
    questionnairePack: string;
    questionnaireVersion: string;
    threatsPack: string;
    threatsVersion: string;
    scalesPack: string | null;
    scalesVersion: string | null;
    scaleId: string;
    preparedBy: string;
    submittedBy: string | null;
  };
  previous: { id: string; title: string } | null;
  /** The analysis that took over its register; null while it lives here. */
  carriedOnTo: { id: string; title: string } | null;
  /** Of a draft: the signed analysis before it whose register nobody has taken over, and its open risks. */
  registerLeft: { from: { id: string; title: string }; risks: number } | null;
  preparedBy: NamedMember;
  submittedBy: NamedMember | null;
  submittedAt: string | null;
  signOff: {
    approvedBy: NamedMember;
    approvedAt: string;
    approvedOn: CalendarDate;
    statement: string;
    contentHash: string;
  } | null;
  /** When the signed analysis is looked at again; null until it is signed, and once a newer one has taken its place. */
  nextReview: { dueOn: CalendarDate; owner: NamedMember | null; citation: string } | null;
  /** Why it was given back, as long as nobody submitted it again. */
  returned: { reason: string; by: NamedMember; at: string } | null;
  withdrawn: { reason: string; by: NamedMember; at: string } | null;
  /** The analysis that follows it: the one with its register, or the first of them. */
  followedBy: { id: string; title: string } | null;
  checklist: Record<string, { met: boolean; note: string }>;
  /** The chosen option by question, asked or not. */
  given: Record<string, string>;
  /** Ids of the addressable specifications that somebody decided on. */
  decidedSpecifications: string[];
  counts: AssessmentCounts;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export interface AssessmentCounts {
  assetsInScope: number;
  assetsExcluded: number;
  dataFlows: number;
  evidence: number;
  findings: number;
  findingsOpen: number;
  dismissals: number;
  risks: number;
  /** Came from an earlier analysis. */
  risksCarried: number;
  /** Of these, open ones that nobody reviewed yet. */
  risksToReview: number;
  risksUnrated: number;
  risksUndecided: number;
  risksWithoutOwner: number;
  /** To be reduced, and no action says how. */
  risksUnplanned: number;
  actions: number;
  actionsOpen: number;
  actionsOverdue: number;
}

/** $2, not the analysis' own id: the planner looks up how much one of them holds. */
const OF_IT = (alias: string): string => `${alias}.organization_id = $1 and ${alias}.assessment_id = $2`;

// Asked of each by its key: joined, thousands that have just moved on are looked for in each other's lists, since the
// planner does not know of them yet.
const IS_OPEN_HERE = `(select r.status <> 'closed' and r.assessment_id = c.assessment_id
  from risk r where r.organization_id = $1 and r.id = c.risk_id)`;

const COUNTS = `(select jsonb_build_object(
  'assetsInScope', ${ASSETS_IN_SCOPE}, 'assetsExcluded', ${ASSETS_EXCLUDED}, 'dataFlows', ${FLOWS_IN_SCOPE},
  'evidence', (select count(*) from evidence e where ${OF_IT('e')} and e.withdrawn_at is null),
  'dismissals', (select count(*) from proposal_dismissal d where ${OF_IT('d')})
) || (select jsonb_build_object('findings', count(*), 'findingsOpen', count(*) filter (where g.status = 'open'))
  from finding g where ${OF_IT('g')})
  || (select jsonb_build_object('risks', count(*),
    'risksUnrated', count(*) filter (where ${UNRATED} and r.status <> 'closed'),
    'risksUndecided', count(*) filter (where r.treatment is null and r.status <> 'closed'),
    'risksWithoutOwner', count(*) filter (where r.owner_id is null and r.status <> 'closed'),
    'risksUnplanned', count(*) filter (where ${UNPLANNED}))
  from risk r where ${OF_IT('r')})
  || (select jsonb_build_object('risksCarried', count(*),
    'risksToReview', count(*) filter (where c.reviewed_at is null and ${IS_OPEN_HERE}))
  from carried_risk c where ${OF_IT('c')} and c.given_back_at is null)
  || (select jsonb_build_object('actions', count(*) filter (where t.status <> 'cancelled'),
    'actionsOpen', count(*) filter (where ${openActionSql('t')}),
    'actionsOverdue', count(*) filter (where t.status in ('planned', 'in-progress') and t.due_on < $3::date))
  from remediation_action t where ${OF_IT('t')}))`;

const SIGN_OFF = `(select jsonb_build_object('approvedBy', ${sqlMember('n.approved_by')}, 'approvedAt', ${sqlInstant('n.approved_at')},
  'approvedOn', n.approved_on, 'statement', n.statement, 'contentHash', n.content_hash) from assessment_snapshot n where ${OF_IT('n')})`;

const NEXT_REVIEW = `(select jsonb_build_object('dueOn', b.due_on, 'owner', ${sqlMember('b.owner_id')}, 'citation', b.citation)
  from obligation b where b.organization_id = $1 and b.kind = 'risk-analysis.review' and b.subject_type = 'assessment'
    and b.subject_id = a.id and b.status = 'open')`;

const RETURNED = `(select jsonb_build_object('reason', l.reason, 'by', ${sqlMember('l.made_by')}, 'at', ${sqlInstant('l.made_at')})
  from (select * from assessment_step s where ${OF_IT('s')} order by s.id desc limit 1) l where l.step = 'return')`;

const WITHDRAWN = `(select jsonb_build_object('reason', w.reason, 'by', ${sqlMember('w.made_by')}, 'at', ${sqlInstant('w.made_at')})
  from assessment_step w where ${OF_IT('w')} and w.step = 'withdrawal')`;

const REGISTER_LEFT = `case when a.status = 'draft' then (
  select jsonb_build_object('from', jsonb_build_object('id', ${sqlId('assessment', 'p.id')}, 'title', p.title),
    'risks', (select count(*) from risk r where r.organization_id = $1 and r.assessment_id = p.id and r.status <> 'closed'))
  from assessment p where p.organization_id = $1 and p.id = a.previous_id and p.status = 'signed' and not exists (
    select 1 from assessment n where n.organization_id = $1 and n.previous_id = p.id and n.carries_register)) end`;

const FOLLOWED_BY = `(select jsonb_build_object('id', ${sqlId('assessment', 'f.id')}, 'title', f.title)
  from assessment f where f.organization_id = $1 and f.previous_id = a.id and f.status <> 'withdrawn' order by f.carries_register desc, f.id limit 1)`;

const DETAIL = `jsonb_build_object(
  'id', ${sqlId('assessment', 'a.id')}, 'title', a.title, 'scope', a.scope, 'status', a.status, 'startedOn', a.started_on,
  'pins', jsonb_build_object('questionnairePack', a.questionnaire_pack, 'questionnaireVersion', a.questionnaire_version,
    'threatsPack', a.threats_pack, 'threatsVersion', a.threats_version, 'scalesPack', a.scales_pack,
    'scalesVersion', a.scales_version, 'scaleId', a.scale_id, 'preparedBy', a.prepared_by, 'submittedBy', a.submitted_by),
  'previous', (select jsonb_build_object('id', ${sqlId('assessment', 'p.id')}, 'title', p.title)
    from assessment p where p.organization_id = $1 and p.id = a.previous_id),
  'carriedOnTo', ${carriedOnToOf('a')}, 'registerLeft', ${REGISTER_LEFT},
  'preparedBy', ${sqlMember('a.prepared_by')}, 'submittedBy', ${sqlMember('a.submitted_by')}, 'submittedAt', ${sqlInstant('a.submitted_at')},
  'signOff', ${SIGN_OFF}, 'nextReview', ${NEXT_REVIEW}, 'returned', ${RETURNED}, 'withdrawn', ${WITHDRAWN}, 'checklist', a.checklist,
  'followedBy', ${FOLLOWED_BY},
  'given', ${sqlGiven('a.id')},
  'decidedSpecifications', (select coalesce(jsonb_agg(d.requirement_id), '[]') from addressable_decision d where ${OF_IT('d')}),
  'counts', ${COUNTS},
  'createdAt', ${sqlInstant('a.created_at')}, 'updatedAt', ${sqlInstant('a.updated_at')}, 'version', a.version)`;

export async function assessmentDetail(tx: ReadTx, id: string): Promise<AssessmentDetail> {
  const [row] = await tx.query<{ detail: AssessmentDetail }>(
    `select ${DETAIL} as detail from assessment a where a.organization_id = $1 and a.id = $2`,
    [tx.organizationId, id, tx.today],
  );
  if (!row) throw notFound('assessment');
  return row.detail;
}
