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
