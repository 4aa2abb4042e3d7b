import { typedId } from '../../../platform/kernel/typed-id.js';
import type { IncidentSummary } from '../incident.schemas.js';
import type { IncidentRow } from '../persistence/incident-list.js';

export function incidentSummary(row: IncidentRow): IncidentSummary {
  return {
    id: typedId('incident', row.id),
    number: row.number,
    title: row.title,
    kind: row.kind,
    severity: row.severity,
    state: row.state,
    handledAs: row.handledAs,
    phiInvolved: row.phiInvolved,
    source: row.source,
    reportedAt: row.reportedAt.toISOString(),
    occurredOn: row.occurredOn,
    noticedOn: row.noticedOn,
    discoveredOn: row.discoveredOn,
    individuals: row.individuals,
    isDrill: row.isDrill,
    commander:
      row.commanderId === null
        ? null
        : { id: typedId('member', row.commanderId), name: row.commanderName ?? '' },
    nextDueOn: row.nextDueOn,
    openDuties: row.openDuties,
    closedOn: row.closedOn,
    closeOutcome: row.closeOutcome,
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}
