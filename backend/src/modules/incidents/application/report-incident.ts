import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { invalidField } from '../../../platform/kernel/domain-error.js';
import { en } from '../../../platform/messages/en.js';
import { notifyIncidentReported } from '../../notices/index.js';
import { firstFacts } from '../domain/response/first-facts.js';
import type { IncidentReceipt, ReportIncidentRequest } from '../incident.schemas.js';
import { addEntry } from '../persistence/entry-rows.js';
import { addFacts } from '../persistence/facts-rows.js';
import type { IncidentRecord } from '../persistence/incident.record.js';
import { addIncident, type NewIncident } from '../persistence/incident.repository.js';
import { organizationOf } from '../persistence/organization.query.js';
import { ChecklistTasks } from './checklist-tasks.js';
import { FollowClock } from './follow-clock.js';
import { receipt } from './incident-receipt.js';
import { incidentViewer } from './incident-viewer.js';

/** Somebody says that something happened. From this moment the clocks run, counted from the day on which it was noticed. */
@Injectable()
export class ReportIncident {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: FollowClock,
    private readonly checklists: ChecklistTasks,
  ) {}

  execute(report: ReportIncidentRequest): Promise<IncidentReceipt> {
    return this.db.write(async (tx) => {
      const { memberId } = currentMember();
      const incident = await this.within(tx, {
        ...report,
        noticedOn: report.noticedOn,
        occurredOn: report.occurredOn,
        reportedBy: memberId,
        isDrill: false,
      });
      return receipt(incident, incidentViewer().readsAll);
    });
  }

  async within(tx: WriteTx, report: NewIncident): Promise<IncidentRecord> {
    refuseMisfits(tx, report);
    const incident = await addIncident(tx, report);
    const organization = await organizationOf(tx);
    const facts = firstFacts({ ...report, organization, clientUnnamed: en.incidents.clientUnnamed });
    await addFacts(tx, incident.id, {
      revision: 1,
      facts,
      reason: en.incidents.firstFacts,
      writtenBy: report.reportedBy,
    });
    await addEntry(tx, {
      incidentId: incident.id,
      kind: 'state',
      words: report.whatHappened,
      toState: 'reported',
      writtenBy: report.reportedBy,
    });
    await this.checklists.begin(tx, incident);
    tx.audit.record({
      action: 'incident.reported',
      target: { type: 'incident', id: incident.id },
      detail: { kind: incident.kind, source: incident.source },
    });
    await tx.enqueue(notifyIncidentReported, {
      incidentId: incident.id,
      number: incident.number,
      kind: incident.kind,
      noticedOn: report.noticedOn,
      byId: report.reportedBy,
    });
    return this.clock.follow(tx, incident, { reason: en.incidents.firstFacts, by: report.reportedBy });
  }
}

function refuseMisfits(tx: WriteTx, { noticedOn, occurredOn }: NewIncident): void {
  if (noticedOn > tx.today)
    throw invalidField('noticedOn', 'This day has not come yet. Write the day on which it was noticed.');
  if (occurredOn !== null && occurredOn > noticedOn)
    throw invalidField(
      'occurredOn',
      'It cannot have happened after it was noticed. Leave it empty if nobody knows.',
    );
}
