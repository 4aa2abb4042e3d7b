import type { IncidentRole } from './incident-kinds.js';

/** Somebody who looks at an incident, as far as the rules ask. */
export interface IncidentViewer {
  memberId: string;
  /** incident-register:read: every incident, with what is told of it but counsel's lane. */
  readsAll: boolean;
  /** incident:run: leads any incident. */
  runs: boolean;
  /** incident:work: does what the team does, where the person is of the team. */
  works: boolean;
  /** incident:decide: signs determinations. */
  decides: boolean;
  /** incident:close: the second person of a closing. */
  closes: boolean;
}

/** Who holds which role of one incident now. */
export type RoleHolders = Partial<Record<IncidentRole, string>>;

export function rolesOf(holders: RoleHolders, memberId: string): IncidentRole[] {
  return (Object.keys(holders) as IncidentRole[]).filter((role) => holders[role] === memberId);
}

export function mayRead(viewer: IncidentViewer, holders: RoleHolders): boolean {
  return viewer.readsAll || rolesOf(holders, viewer.memberId).length > 0;
}

/** Leads: moves states, gives roles, changes facts. */
export function mayRun(viewer: IncidentViewer, holders: RoleHolders): boolean {
  return viewer.runs || (viewer.works && holders.commander === viewer.memberId);
}

/** Writes in the log, works on tasks, adds evidence. */
export function mayWork(viewer: IncidentViewer, holders: RoleHolders): boolean {
  return viewer.runs || (viewer.works && rolesOf(holders, viewer.memberId).length > 0);
}

/** Counsel's lane: counsel and the commander of this incident, and nobody by their office alone. */
export function maySeeCounsel(viewer: IncidentViewer, holders: RoleHolders): boolean {
  return viewer.works && (holders.legal === viewer.memberId || holders.commander === viewer.memberId);
}

export function mayRelease(viewer: IncidentViewer, holders: RoleHolders): boolean {
  return viewer.works && holders.legal === viewer.memberId;
}
