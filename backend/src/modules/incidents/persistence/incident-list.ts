import {
  readPage,
  type ListQuery,
  type Page,
  type PageRequest,
} from '../../../platform/database/keyset-page.js';
import { containsPattern } from '../../../platform/database/like-pattern.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { IncidentRecord } from './incident.record.js';

export type IncidentRow = Pick<
  IncidentRecord,
  | 'id'
  | 'number'
  | 'title'
  | 'kind'
  | 'severity'
  | 'state'
  | 'handledAs'
  | 'phiInvolved'
  | 'source'
  | 'reportedAt'
  | 'occurredOn'
  | 'noticedOn'
  | 'discoveredOn'
  | 'individuals'
  | 'isDrill'
  | 'closedOn'
  | 'closeOutcome'
  | 'updatedAt'
  | 'version'
> & {
  commanderId: string | null;
  commanderName: string | null;
  nextDueOn: CalendarDate | null;
  openDuties: number;
};

/** Of an incident `i`. Dates as text: a driver's Date would move them by the process's own zone. */
export const INCIDENT_COLUMNS = `i.id, i.number, i.title, i.kind, i.severity, i.state, i.handled_as as "handledAs",
  i.phi_involved as "phiInvolved", i.source, i.reported_at as "reportedAt", i.occurred_on::text as "occurredOn",
  i.noticed_on::text as "noticedOn", i.discovered_on::text as "discoveredOn", i.individuals, i.is_drill as "isDrill",
  i.closed_on::text as "closedOn", i.close_outcome as "closeOutcome", i.updated_at as "updatedAt", i.version,
  c.member_id as "commanderId", c.name as "commanderName", d.next_due_on as "nextDueOn", d.open_duties as "openDuties"`;

export const INCIDENT_JOINS = `
  left join lateral (select r.member_id, p.name from incident_role r
    join membership m on m.organization_id = r.organization_id and m.id = r.member_id join person p on p.id = m.person_id
    where r.organization_id = i.organization_id and r.incident_id = i.id and r.role = 'commander' and r.until is null) c on true
  left join lateral (select min(due_on)::text as next_due_on, count(*)::int as open_duties from breach_duty b
    where b.organization_id = i.organization_id and b.incident_id = i.id and b.status = 'open') d on true`;

export interface IncidentFilter {
  state?: string | undefined;
  open?: 'true' | 'false' | undefined;
  kind?: string | undefined;
  severity?: string | undefined;
  drills: 'true' | 'false';
  dutyId?: string | undefined;
  q?: string | undefined;
  /** Somebody who may not see the register sees those of whose team they are. */
  onlyTeamOf: string | null;
}

const SORTS: ListQuery['sorts'] = { reportedAt: { expression: 'i.reported_at', type: 'timestamptz' } };

export function pageOfIncidents(
  tx: ReadTx,
  filter: IncidentFilter,
  request: PageRequest,
): Promise<Page<IncidentRow>> {
  const filters = ['i.organization_id = $1'];
  const params: unknown[] = [tx.organizationId];
  const add = (condition: (place: string) => string, value: unknown): void => {
    params.push(value);
    filters.push(condition(`$${params.length}`));
  };
  add((place) => `i.is_drill = ${place}`, filter.drills === 'true');
  if (filter.state) add((place) => `i.state = ${place}`, filter.state);
  if (filter.open) filters.push(filter.open === 'true' ? `i.state <> 'closed'` : `i.state = 'closed'`);
  if (filter.kind) add((place) => `i.kind = ${place}`, filter.kind);
  if (filter.severity) add((place) => `i.severity = ${place}`, filter.severity);
  if (filter.dutyId)
    add(
      (place) => `exists (select 1 from breach_duty b where b.organization_id = i.organization_id
        and b.incident_id = i.id and b.id = ${place})`,
      filter.dutyId,
    );
  if (filter.q) add((place) => `(i.title || ' I-' || i.number) ilike ${place}`, containsPattern(filter.q));
  if (filter.onlyTeamOf)
    add(
      (place) => `exists (select 1 from incident_role t where t.organization_id = i.organization_id
        and t.incident_id = i.id and t.member_id = ${place} and t.until is null)`,
      filter.onlyTeamOf,
    );
  return readPage<IncidentRow>(
    tx,
    {
      columns: INCIDENT_COLUMNS,
      table: 'incident i',
      alias: 'i',
      joins: INCIDENT_JOINS,
      filters,
      params,
      sorts: SORTS,
    },
    request,
  );
}

export async function readIncident(
  tx: ReadTx,
  id: string,
): Promise<(IncidentRow & IncidentDetail) | undefined> {
  const [row] = await tx.query<IncidentRow & IncidentDetail>(
    `select ${INCIDENT_COLUMNS}, i.what_happened as "whatHappened", i.reporter_contact as "reporterContact",
       i.reported_by as "reportedBy", i.close_asked_by as "closeAskedBy", i.close_asked_at as "closeAskedAt"
     from incident i ${INCIDENT_JOINS} where i.organization_id = $1 and i.id = $2`,
    [tx.organizationId, id],
  );
  return row;
}

export type IncidentDetail = Pick<
  IncidentRecord,
  'whatHappened' | 'reporterContact' | 'reportedBy' | 'closeAskedBy' | 'closeAskedAt'
>;

/** What a member reported, the latest first. */
export function reportedBy(
  tx: ReadTx,
  memberId: string,
): Promise<
  (Pick<IncidentRecord, 'id' | 'number' | 'title' | 'kind' | 'state' | 'reportedAt'> & { onTeam: boolean })[]
> {
  return tx.query(
    `select i.id, i.number, i.title, i.kind, i.state, i.reported_at as "reportedAt",
       exists (select 1 from incident_role t where t.organization_id = i.organization_id and t.incident_id = i.id
         and t.member_id = $2 and t.until is null) as "onTeam"
     from incident i where i.organization_id = $1 and i.reported_by = $2 order by i.reported_at desc, i.id desc limit 50`,
    [tx.organizationId, memberId],
  );
}

export async function incidentExists(tx: ReadTx, id: string): Promise<boolean> {
  const rows = await tx.query('select 1 from incident where organization_id = $1 and id = $2', [
    tx.organizationId,
    id,
  ]);
  return rows.length > 0;
}
