import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';

export interface SignedAnalysis {
  id: string;
  title: string;
  approvedOn: CalendarDate;
}

/** The analysis that was signed last. */
export async function lastSigned(tx: ReadTx): Promise<SignedAnalysis | null> {
  const [row] = await tx.query<SignedAnalysis>(
    `select a.id, a.title, to_char(s.approved_on, 'YYYY-MM-DD') as "approvedOn"
     from assessment_snapshot s join assessment a on a.organization_id = s.organization_id and a.id = s.assessment_id
     where s.organization_id = $1 order by s.approved_at desc, s.id desc limit 1`,
    [tx.organizationId],
  );
  return row ?? null;
}

/**
 * The day, in the organization's zone, when the newest analysis that is signed was handed in; before the first signature,
 * that of the one in review. What was so on that day was looked at. Null: none was handed in yet.
 *
 * @param signing counts as signed: its signature is what this transaction writes
 */
export async function handedInOn(tx: ReadTx, signing: string | null = null): Promise<CalendarDate | null> {
  const [row] = await tx.query<{ on: CalendarDate | null }>(
    `select to_char(coalesce(max(a.submitted_at) filter (where a.status = 'signed' or a.id = $2), min(a.submitted_at))
       at time zone (select o.time_zone from organization o where o.organization_id = $1), 'YYYY-MM-DD') as "on"
     from assessment a where a.organization_id = $1 and a.status in ('in-review', 'signed')`,
    [tx.organizationId, signing],
  );
  return row?.on ?? null;
}

/** Whether somebody has handed in an analysis, so that later changes lie outside of it. */
export async function isAnalysisHandedIn(tx: ReadTx): Promise<boolean> {
  const [row] = await tx.query<{ handed: boolean }>(
    `select exists (select 1 from assessment where organization_id = $1 and status in ('in-review', 'signed')) as handed`,
    [tx.organizationId],
  );
  return row!.handed;
}

export interface OpenAnalysis {
  id: string;
  title: string;
  status: 'draft' | 'in-review';
}

/** The analyses that are not signed, the newest first. There is seldom more than one. */
export function openAnalyses(tx: ReadTx): Promise<OpenAnalysis[]> {
  return tx.query<OpenAnalysis>(`${OPEN} limit 20`, [tx.organizationId]);
}

/** The same, and each stays as it is until this transaction ends. */
export function holdOpenAnalyses(tx: ReadTx): Promise<OpenAnalysis[]> {
  return tx.query<OpenAnalysis>(`${OPEN} limit 20 for share`, [tx.organizationId]);
}

const OPEN = `select id, title, status from assessment where organization_id = $1 and status in ('draft', 'in-review')
  order by started_on desc, id desc`;
