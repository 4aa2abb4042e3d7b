import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { IncidentListQuery, IncidentPage, IncidentReceipt } from '../incident.schemas.js';
import { pageOfIncidents, reportedBy } from '../persistence/incident-list.js';
import { receipt } from './incident-receipt.js';
import { incidentSummary } from './incident-summary.js';
import { incidentViewer } from './incident-viewer.js';

/** The register of incidents, or those of whose team one is. */
@Injectable()
export class ListIncidents {
  constructor(private readonly db: TenantDb) {}

  list({ sort, limit, cursor, asOf: _day, ...filter }: IncidentListQuery): Promise<IncidentPage> {
    const { readsAll, memberId } = incidentViewer();
    const onlyTeamOf = readsAll ? null : memberId;
    return this.db.read(async (tx) => {
      const { rows, ...page } = await pageOfIncidents(tx, { ...filter, onlyTeamOf }, { sort, limit, cursor });
      return { items: rows.map(incidentSummary), ...page };
    });
  }

  /** What one reported oneself, and how far it is. */
  mine(): Promise<{ items: IncidentReceipt[] }> {
    const { readsAll, memberId } = incidentViewer();
    return this.db.read(async (tx) => {
      const rows = await reportedBy(tx, memberId);
      return { items: rows.map((row) => receipt(row, readsAll || row.onTeam)) };
    });
  }
}
