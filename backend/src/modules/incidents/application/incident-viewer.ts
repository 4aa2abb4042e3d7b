import { currentContext, currentMember } from '../../../platform/context/request-context.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { IncidentViewer } from '../domain/response/incident-viewer.js';

/** The person of this request, as far as the rules of incidents ask. */
export function incidentViewer(): IncidentViewer {
  const { permissions } = currentContext();
  return {
    memberId: currentMember().memberId,
    readsAll: permissions.has('incident-register:read'),
    runs: permissions.has('incident:run'),
    works: permissions.has('incident:work'),
    decides: permissions.has('incident:decide'),
    closes: permissions.has('incident:close'),
  };
}

export function notYours(): DomainError {
  return new DomainError(
    'incident.not-yours',
    'forbidden',
    'Only the team of this incident, or who leads incidents, may do that. Ask its commander.',
  );
}
