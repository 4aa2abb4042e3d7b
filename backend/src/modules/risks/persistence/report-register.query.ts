import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import { sqlId, sqlInstant } from './sql-ids.js';

export type ReportedFinding = AssessmentReport['findings'][number];

export function reportFindings(tx: ReadTx, assessmentId: string): Promise<ReportedFinding[]> {
  return tx.query<ReportedFinding>(
    `select ${sqlId('finding', 'g.id')} as id, g.title, g.detail, g.citations, g.standing, g.source, g.status, g.status_reason as "statusReason",
       case when g.source = 'answer' then g.source_key end as "questionId"
     from finding g where g.organization_id = $1 and g.assessment_id = $2
     order by array_position(array['open', 'dismissed', 'resolved'], g.status), array_position(array['gap', 'unknown', 'partial'], g.standing), g.id`,
    [tx.organizationId, assessmentId],
  );
}

/** Names of packs and people are put in by the application; ids here are plain. */
export interface ReportedRisk {
  id: string;
  uuid: string;
  number: number;
  title: string;
  description: string;
  threatId: string | null;
  vulnerabilityId: string | null;
  assetId: string | null;
  dataFlowId: string | null;
  /** What it concerns besides, by id. */
  further: string[];
  findingTitle: string | null;
  findingCitations: string[];
  inherentLikelihood: string | null;
  inherentImpact: string | null;
  inherentLevel: string | null;
  safeguards: string;
  safeguardIds: string[];
  residualLikelihood: string | null;
  residualImpact: string | null;
  residualLevel: string | null;
  ratingReason: string;
  treatment: AssessmentReport['risks'][number]['treatment'];
  treatmentReason: string;
  ownerId: string | null;
  status: AssessmentReport['risks'][number]['status'];
  ratedBy: string | null;
  ratedAt: string | null;
  carried: NonNullable<AssessmentReport['risks'][number]['carried']> | null;
  /** What was planned against it and stayed with an earlier analysis, because it was checked there; by number. */
  earlierActions: NonNullable<AssessmentReport['risks'][number]['earlierActions']> | null;
}

/** SQL: how a carried risk `c` was rated in the analysis that it came from. */
const ratingOfThen = (view: 'inherent' | 'residual'): string =>
  `case when c.${view}_level is null then null else jsonb_build_object('likelihood', c.${view}_likelihood,
    'impact', c.${view}_impact, 'level', c.${view}_level) end`;

/** All, or those with these ids; the highest residual level first, what is not rated last: the order of the register. */
export function reportRisks(
  tx: ReadTx,
  assessmentId: string,
  ids: readonly string[] | null = null,
): Promise<ReportedRisk[]> {
  return tx.query<ReportedRisk>(
    `select ${sqlId('risk', 'r.id')} as id, r.id as uuid, r.number, r.title, r.description, r.threat_id as "threatId",
       r.vulnerability_id as "vulnerabilityId", r.asset_id as "assetId", (select coalesce(json_agg(s.subject_id), '[]')
         from risk_further_subject s where s.organization_id = $1 and s.risk_id = r.id) as further,
       r.data_flow_id as "dataFlowId", g.title as "findingTitle",
       coalesce(g.citations, '{}') as "findingCitations",
       r.inherent_likelihood as "inherentLikelihood", r.inherent_impact as "inherentImpact", r.inherent_level as "inherentLevel",
       r.safeguards, r.safeguard_ids as "safeguardIds",
       r.residual_likelihood as "residualLikelihood", r.residual_impact as "residualImpact", r.residual_level as "residualLevel",
       r.rating_reason as "ratingReason", r.treatment, r.treatment_reason as "treatmentReason", r.owner_id as "ownerId", r.status,
       r.rated_by as "ratedBy", ${sqlInstant('r.rated_at')} as "ratedAt",
       case when c.risk_id is null then null else jsonb_build_object('identifiedIn', i.title, 'identifiedOn', i.started_on,
         'from', o.title, 'outcome', c.outcome, 'reason', c.reason, 'reviewedBy', c.reviewed_by,
         'reviewedAt', ${sqlInstant('c.reviewed_at')},
         'earlier', jsonb_build_object('inherent', ${ratingOfThen('inherent')}, 'residual', ${ratingOfThen('residual')})) end as carried,
       h.actions as "earlierActions"
     from risk r left join finding g on g.organization_id = r.organization_id and g.id = r.finding_id
     left join carried_risk c on c.organization_id = r.organization_id and c.assessment_id = r.assessment_id and c.risk_id = r.id
     left join assessment i on i.organization_id = c.organization_id and i.id = c.identified_in
     left join assessment o on o.organization_id = c.organization_id and o.id = c.from_assessment_id
     left join (select e.risk_id, jsonb_agg(jsonb_build_object('number', t.number, 'title', t.title, 'status', t.status,
         'completedOn', t.completed_on, 'validatedAt', ${sqlInstant('t.validated_at')}, 'analysisTitle', n.title) order by t.number) as actions
       from remediation_effect e
       join remediation_action t on t.organization_id = e.organization_id and t.id = e.action_id
       join assessment n on n.organization_id = t.organization_id and n.id = t.assessment_id
       where e.organization_id = $1 and t.assessment_id <> $2 and t.status <> 'cancelled'
       group by e.risk_id) h on h.risk_id = r.id
     where r.organization_id = $1 and r.assessment_id = $2 and ($3::uuid[] is null or r.id = any ($3))
     order by r.residual_sort, r.id`,
    [tx.organizationId, assessmentId, ids],
  );
}

export interface ReportedAcceptance {
  riskNumber: number;
  riskTitle: string;
  reason: string;
  untilOn: CalendarDate;
  standing: 'asked' | 'in-force' | 'stale' | 'ended';
  askedBy: string;
  askedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionNote: string;
}

/** Of each accepted risk the approval that holds, else the newest one, and what is asked for and not decided. */
export function reportAcceptances(tx: ReadTx, assessmentId: string): Promise<ReportedAcceptance[]> {
  return tx.query<ReportedAcceptance>(
    `select r.number as "riskNumber", r.title as "riskTitle", c.reason, to_char(c.until_on, 'YYYY-MM-DD') as "untilOn",
       case when c.status = 'asked' then 'asked' when c.stale_at is not null then 'stale' when c.until_on < $3::date then 'ended'
         else 'in-force' end as standing,
       c.asked_by as "askedBy", ${sqlInstant('c.asked_at')} as "askedAt", c.decided_by as "decidedBy",
       ${sqlInstant('c.decided_at')} as "decidedAt", c.decision_note as "decisionNote"
     from risk r
     join risk_acceptance c on c.organization_id = r.organization_id and c.risk_id = r.id and (c.status = 'asked' or c.id = (
       select a.id from risk_acceptance a where a.organization_id = $1 and a.risk_id = r.id and a.status = 'approved'
       order by (a.stale_at is null and a.until_on >= $3::date) desc, a.id desc limit 1))
     where r.organization_id = $1 and r.assessment_id = $2 and r.treatment = 'accept' order by r.number, c.id`,
    [tx.organizationId, assessmentId, tx.today],
  );
}

export interface ReportedDismissal {
  pairId: string;
  subjectId: string;
  reason: string;
  by: string;
  at: string;
}

export function reportDismissals(tx: ReadTx, assessmentId: string): Promise<ReportedDismissal[]> {
  return tx.query<ReportedDismissal>(
    `select d.pair_id as "pairId", d.subject_id as "subjectId", d.reason, d.dismissed_by as by, ${sqlInstant('d.dismissed_at')} as at
     from proposal_dismissal d where d.organization_id = $1 and d.assessment_id = $2 order by d.dismissed_at, d.pair_id, d.subject_id`,
    [tx.organizationId, assessmentId],
  );
}
