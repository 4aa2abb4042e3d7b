import { Injectable } from '@nestjs/common';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField } from '../../../platform/kernel/domain-error.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { en } from '../../../platform/messages/en.js';
import { stateMove, type IncidentState } from '../domain/response/incident-states.js';
import type { IncidentView, MoveIncidentRequest } from '../incident.schemas.js';
import { addEntry } from '../persistence/entry-rows.js';
import type { IncidentRecord } from '../persistence/incident.record.js';
import { saveIncident } from '../persistence/incident.repository.js';
import { FollowClock } from './follow-clock.js';
import { openToRun } from './incident-access.js';
import { ShowIncident } from './show-incident.js';

/** From one state to another that the table allows. Opening a closed one again keeps all of its history. */
@Injectable()
export class MoveIncident {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: FollowClock,
    private readonly show: ShowIncident,
  ) {}

  execute(id: string, version: number, { to, reason }: MoveIncidentRequest): Promise<IncidentView> {
    return this.db.write(async (tx) => {
      const { incident, viewer } = await openToRun(tx, id, version);
      refuseMove(incident, to, reason);
      const by = viewer.memberId;
      const reopened =
        incident.state === 'closed'
          ? { closedOn: null, closedBy: null, closeAskedBy: null, closeAskedAt: null, closeOutcome: null }
          : {};
      const moved = { ...incident, ...reopened, state: to };
      moved.version = await saveIncident(tx, incident, { ...reopened, state: to });
      await writeMove(tx, incident, to, { reason, by });
      await this.clock.follow(tx, moved, { reason: reason || moveWords(incident.state, to, ''), by });
      return this.show.within(tx, id);
    });
  }
}

export async function writeMove(
  tx: WriteTx,
  { id, state }: IncidentRecord,
  to: IncidentState,
  { reason, by }: { reason: string; by: string },
): Promise<void> {
  await addEntry(tx, {
    incidentId: id,
    kind: 'state',
    words: moveWords(state, to, reason),
    fromState: state,
    toState: to,
    writtenBy: by,
  });
  tx.audit.record({
    action: 'incident.moved',
    target: { type: 'incident', id },
    detail: { from: state, to },
  });
}

function moveWords(from: IncidentState, to: IncidentState, reason: string): string {
  return en.incidents.moved(codeWords.incidentState[from], codeWords.incidentState[to], reason);
}

function refuseMove({ state, closeAskedBy }: IncidentRecord, to: IncidentState, reason: string): void {
  const move = stateMove(state, to);
  if (!move)
    throw new DomainError(
      'incident.move-not-possible',
      'conflict',
      `It is in “${codeWords.incidentState[state]}”: that step is not possible from there. Reload to see what is.`,
    );
  if (state !== 'closed' && closeAskedBy !== null)
    throw new DomainError(
      'incident.closing-waits',
      'conflict',
      'Somebody asked to close it. A second person confirms that or gives it back first.',
    );
  if (move.asksReason && reason.trim().length < 3)
    throw invalidField('reason', 'Say why: this leaves the usual order, and the reason stays in the log.');
}
