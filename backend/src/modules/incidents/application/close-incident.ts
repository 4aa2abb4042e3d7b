import { Injectable } from '@nestjs/common';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField } from '../../../platform/kernel/domain-error.js';
import { codeWords } from '../../../platform/messages/en-codes.js';
import { en } from '../../../platform/messages/en.js';
import { closingProblems } from '../domain/response/incident-states.js';
import type { AskToCloseRequest, ConfirmClosingRequest, IncidentView } from '../incident.schemas.js';
import { determinationsOfIncident } from '../persistence/determination-rows.js';
import { dutiesOfIncident } from '../persistence/duty-rows.js';
import { addEntry } from '../persistence/entry-rows.js';
import type { IncidentRecord } from '../persistence/incident.record.js';
import { holdSeen, saveIncident } from '../persistence/incident.repository.js';
import { tasksOfIncident } from '../persistence/task-rows.js';
import { openHolders, openToRun } from './incident-access.js';
import { closingFacts, ShowIncident } from './show-incident.js';

/** One person asks that an incident be closed, and why; another one confirms it or gives it back. */
@Injectable()
export class CloseIncident {
  constructor(
    private readonly db: TenantDb,
    private readonly show: ShowIncident,
  ) {}

  ask(id: string, version: number, { outcome, reason }: AskToCloseRequest): Promise<IncidentView> {
    return this.db.write(async (tx) => {
      const { incident, viewer } = await openToRun(tx, id, version);
      await refuseUnsettled(tx, incident);
      await saveIncident(tx, incident, {
        closeAskedBy: viewer.memberId,
        closeAskedAt: tx.now,
        closeOutcome: outcome,
      });
      const words = en.incidents.closeAsked(codeWords.closeOutcome[outcome], reason);
      await addEntry(tx, { incidentId: id, kind: 'decision', words, writtenBy: viewer.memberId });
      tx.audit.record({
        action: 'incident.close-asked',
        target: { type: 'incident', id },
        detail: { outcome },
      });
      return this.show.within(tx, id);
    });
  }

  answer(id: string, version: number, { confirms, reason }: ConfirmClosingRequest): Promise<IncidentView> {
    return this.db.write(async (tx) => {
      const incident = await holdSeen(tx, id, version);
      const { viewer } = await openHolders(tx, id);
      refuseAnswer(incident, viewer.memberId);
      const by = viewer.memberId;
      if (confirms) await this.close(tx, incident, by);
      else await this.giveBack(tx, incident, reason, by);
      return this.show.within(tx, id);
    });
  }

  private async close(tx: WriteTx, incident: IncidentRecord, by: string): Promise<void> {
    // Something may have come up since it was asked for.
    await refuseUnsettled(tx, incident);
    const { id, state, closeOutcome } = incident;
    await saveIncident(tx, incident, { state: 'closed', closedBy: by, closedOn: tx.today });
    await addEntry(tx, {
      incidentId: id,
      kind: 'state',
      words: en.incidents.closeConfirmed,
      fromState: state,
      toState: 'closed',
      writtenBy: by,
    });
    tx.audit.record({
      action: 'incident.closed',
      target: { type: 'incident', id },
      detail: { outcome: closeOutcome! },
    });
  }

  private async giveBack(tx: WriteTx, incident: IncidentRecord, reason: string, by: string): Promise<void> {
    if (reason.trim().length < 3)
      throw invalidField('reason', 'Say what is missing before it can be closed.');
    const { id } = incident;
    await saveIncident(tx, incident, { closeAskedBy: null, closeAskedAt: null, closeOutcome: null });
    await addEntry(tx, {
      incidentId: id,
      kind: 'decision',
      words: en.incidents.closeRefused(reason),
      writtenBy: by,
    });
    tx.audit.record({ action: 'incident.close-refused', target: { type: 'incident', id } });
  }
}

async function refuseUnsettled(tx: WriteTx, incident: IncidentRecord): Promise<void> {
  const tasks = await tasksOfIncident(tx, incident.id);
  const duties = await dutiesOfIncident(tx, incident.id);
  const determinations = await determinationsOfIncident(tx, incident.id);
  const problems = closingProblems(closingFacts(incident, tasks, duties, determinations));
  if (problems.length === 0) return;
  const words = problems.map((problem) => en.incidents.closing[problem]);
  throw new DomainError('incident.not-settled', 'conflict', words.join(' '));
}

/** The second person. */
function refuseAnswer({ closeAskedBy }: IncidentRecord, memberId: string): void {
  if (closeAskedBy === null)
    throw new DomainError(
      'incident.close-not-asked',
      'conflict',
      'Nobody asked to close it (any more). Reload the page.',
    );
  if (closeAskedBy === memberId)
    throw new DomainError(
      'incident.own-closing',
      'forbidden',
      'You asked to close it yourself. Somebody else has to confirm it.',
    );
}
