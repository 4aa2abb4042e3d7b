import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import { sqlInstant } from './sql-ids.js';

export interface ReportHead {
  organization: AssessmentReport['organization'];
  title: string;
  scope: string;
  status: AssessmentReport['assessment']['status'];
  startedOn: string;
  preparedBy: string;
  submittedBy: string | null;
  submittedAt: string | null;
  previousTitle: string | null;
  previousSignedAt: string | null;
  /** Why an asset is left out, by its id. */
  exclusions: Record<string, string>;
  withdrawn: { by: string; at: string; reason: string } | null;
  checklist: Record<string, { met: boolean; note: string; by?: string; at?: string }>;
  sites: AssessmentReport['sites'];
  /** Names of all members by id: the rest of the report names people by these. */
  members: Record<string, string>;
}

const HEAD = `jsonb_build_object(
  'organization', (select jsonb_build_object('name', o.name, 'kind', o.kind, 'timeZone', o.time_zone) from organization o where o.organization_id = $1),
  'title', a.title, 'scope', a.scope, 'status', a.status, 'startedOn', a.started_on, 'preparedBy', a.prepared_by,
  'submittedBy', a.submitted_by, 'submittedAt', ${sqlInstant('a.submitted_at')}, 'checklist', a.checklist,
  'previousTitle', (select p.title from assessment p where p.organization_id = $1 and p.id = a.previous_id),
  'previousSignedAt', (select ${sqlInstant('n.approved_at')} from assessment_snapshot n
    where n.organization_id = $1 and n.assessment_id = a.previous_id),
  'exclusions', (select coalesce(jsonb_object_agg(x.asset_id, x.reason), '{}') from assessment_exclusion x
    where x.organization_id = $1 and x.assessment_id = a.id),
  'withdrawn', (select jsonb_build_object('by', w.made_by, 'at', ${sqlInstant('w.made_at')}, 'reason', w.reason)
    from assessment_step w where w.organization_id = $1 and w.assessment_id = a.id and w.step = 'withdrawal'),
  'sites', (select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'street', s.street, 'city', s.city, 'state', s.state,
      'postalCode', s.postal_code, 'phone', s.phone, 'active', s.active) order by s.active desc, s.name), '[]')
    from site s where s.organization_id = $1),
  'members', (select coalesce(jsonb_object_agg(m.id, p.name), '{}') from membership m join person p on p.id = m.person_id
    where m.organization_id = $1))`;

export async function reportHead(tx: ReadTx, assessmentId: string): Promise<ReportHead> {
  const [row] = await tx.query<{ head: ReportHead }>(
    `select ${HEAD} as head from assessment a where a.organization_id = $1 and a.id = $2`,
    [tx.organizationId, assessmentId],
  );
  if (!row) throw notFound('assessment');
  return row.head;
}
