import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { invalidField } from '../../../platform/kernel/domain-error.js';
import { en } from '../../../platform/messages/en.js';
import type { IncidentView, UpdateIncidentRequest } from '../incident.schemas.js';
import { addEntry } from '../persistence/entry-rows.js';
import type { IncidentRecord } from '../persistence/incident.record.js';
import { saveIncident } from '../persistence/incident.repository.js';
import { ChecklistTasks } from './checklist-tasks.js';
import { FollowClock } from './follow-clock.js';
import { openToRun, refuseClosed } from './incident-access.js';
import { ShowIncident } from './show-incident.js';

const SHORTEST_REASON = 20;

/** What triage says: kind, severity, whether protected health information is involved, and how it is handled. */
@Injectable()
export class ChangeIncident {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: FollowClock,
    private readonly checklists: ChecklistTasks,
    private readonly show: ShowIncident,
  ) {}

  execute(
    id: string,
    version: number,
    { reason = '', ...wanted }: UpdateIncidentRequest,
  ): Promise<IncidentView> {
    return this.db.write(async (tx) => {
      const { incident, viewer } = await openToRun(tx, id, version);
      refuseClosed(incident);
      const after: IncidentRecord = { ...incident, ...wanted };
      refuseWithoutReason(incident, after, reason);
      const saved = { ...after, version: await saveIncident(tx, incident, wanted) };
      tx.audit.record({
        action: 'incident.changed',
        target: { type: 'incident', id },
        changes: changesBetween<object>(incident, after),
      });
      for (const words of decisions(incident, after))
        await addEntry(tx, {
          incidentId: id,
          kind: 'decision',
          words: reason ? `${words} ${reason}` : words,
          writtenBy: viewer.memberId,
        });
      if (after.kind !== incident.kind) await this.checklists.change(tx, after, viewer.memberId);
      const why = reason || en.incidents.phi[after.phiInvolved];
      await this.clock.follow(tx, saved, { reason: why, by: viewer.memberId });
      return this.show.within(tx, id);
    });
  }
}

/** A tick does not end a clock: who says that nobody's information is involved says why. 164.414(b) */
function refuseWithoutReason(before: IncidentRecord, after: IncidentRecord, reason: string): void {
  if (after.handledAs === 'near-miss' && after.phiInvolved !== 'no')
    throw invalidField(
      'handledAs',
      'A near-miss touched nobody’s information. Say first that no protected health information is involved, and why.',
    );
  const endsClocks = after.phiInvolved === 'no' && before.phiInvolved !== 'no';
  const isLess = after.handledAs !== 'incident' && before.handledAs !== after.handledAs;
  if ((endsClocks || isLess) && reason.trim().length < SHORTEST_REASON)
    throw invalidField(
      'reason',
      `Say why, in at least ${SHORTEST_REASON} characters: ${endsClocks ? 'this ends the clocks, and' : 'this'} has to be shown later.`,
    );
}

function decisions(before: IncidentRecord, after: IncidentRecord): string[] {
  return [
    ...(before.phiInvolved === after.phiInvolved ? [] : [en.incidents.phi[after.phiInvolved]]),
    ...(before.handledAs === after.handledAs ? [] : [en.incidents.handling[after.handledAs]]),
  ];
}
