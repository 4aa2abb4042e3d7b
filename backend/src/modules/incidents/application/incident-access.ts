import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import {
  mayRead,
  mayRun,
  mayWork,
  type IncidentViewer,
  type RoleHolders,
} from '../domain/response/incident-viewer.js';
import type { IncidentRecord } from '../persistence/incident.record.js';
import { incidentExists } from '../persistence/incident-list.js';
import { holdIncident, holdSeen } from '../persistence/incident.repository.js';
import { holdersOf, rolesOfIncident } from '../persistence/role-rows.js';
import { incidentViewer, notYours } from './incident-viewer.js';

export interface OpenedIncident {
  incident: IncidentRecord;
  holders: RoleHolders;
  viewer: IncidentViewer;
}

/** Whoever may not read it is not told that it is there. */
export async function openHolders(tx: ReadTx, id: string): Promise<Omit<OpenedIncident, 'incident'>> {
  const viewer = incidentViewer();
  if (!(await incidentExists(tx, id))) throw notFound('incident');
  const holders = holdersOf(await rolesOfIncident(tx, id));
  if (!mayRead(viewer, holders)) throw notFound('incident');
  return { holders, viewer };
}

/** To lead it. `version`: only if it is still as the person saw it. */
export async function openToRun(tx: WriteTx, id: string, version?: number): Promise<OpenedIncident> {
  const incident = version === undefined ? await holdIncident(tx, id) : await holdSeen(tx, id, version);
  const opened = await openHolders(tx, id);
  if (!mayRun(opened.viewer, opened.holders)) throw notYours();
  return { incident, ...opened };
}

/** To work on it, while it is not closed. */
export async function openToWork(tx: WriteTx, id: string): Promise<OpenedIncident> {
  const incident = await holdIncident(tx, id);
  const opened = await openHolders(tx, id);
  if (!mayWork(opened.viewer, opened.holders)) throw notYours();
  refuseClosed(incident);
  return { incident, ...opened };
}

export function refuseClosed({ state }: IncidentRecord): void {
  if (state !== 'closed') return;
  throw new DomainError(
    'incident.closed',
    'conflict',
    'This incident is closed. Open it again first, with the reason: its history stays.',
  );
}
