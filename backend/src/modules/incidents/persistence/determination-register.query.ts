import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { DeterminationContent } from '../domain/determination/determination.js';
import { determinationContent } from './determination-rows.js';

export interface RegisteredDetermination {
  id: string;
  number: number;
  content: DeterminationContent;
  contentHash: string;
  incidentNumber: number;
  incidentTitle: string;
  discoveredOn: CalendarDate | null;
  signedByName: string;
  signedAt: Date;
  countersignedByName: string;
  countersignedAt: Date;
}

export interface RegisterPage {
  conclusion: string | null;
  year: number | null;
  timeZone: string;
  most: number;
  /** Behind the row with this id; ids grow with time. */
  behind: string | null;
}

/** What two people have signed and nobody has decided anew, drills left out, in the order in which they were begun. */
export async function standingDeterminations(
  tx: ReadTx,
  { conclusion, year, timeZone, most, behind }: RegisterPage,
): Promise<RegisteredDetermination[]> {
  const rows = await tx.query<Omit<RegisteredDetermination, 'content'> & { content: Buffer }>(
    `select d.id, d.number, d.content, d.content_hash as "contentHash", i.number as "incidentNumber", i.title as "incidentTitle",
       i.discovered_on::text as "discoveredOn", sp.name as "signedByName", d.signed_at as "signedAt",
       cp.name as "countersignedByName", d.countersigned_at as "countersignedAt"
     from breach_determination d
     join incident i on i.organization_id = d.organization_id and i.id = d.incident_id and not i.is_drill
     join membership sm on sm.organization_id = d.organization_id and sm.id = d.signed_by join person sp on sp.id = sm.person_id
     join membership cm on cm.organization_id = d.organization_id and cm.id = d.countersigned_by join person cp on cp.id = cm.person_id
     where d.organization_id = $1 and d.status = 'countersigned' and ($2::text is null or d.conclusion = $2)
       and ($3::int is null or extract(year from d.countersigned_at at time zone $4) = $3)
       and ($5::uuid is null or d.id > $5)
     order by d.id limit $6`,
    [tx.organizationId, conclusion, year, timeZone, behind, most],
  );
  return rows.map((row) => ({
    ...row,
    content: JSON.parse(determinationContent.open(tx, row.id, row.content)) as DeterminationContent,
  }));
}
