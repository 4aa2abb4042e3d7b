import { Injectable } from '@nestjs/common';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { dayInWords, type CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { DomainError, invalidField, notFound } from '../../../platform/kernel/domain-error.js';
import { en } from '../../../platform/messages/en.js';
import { Obligations } from '../../obligations/index.js';
import type { IncidentView, RecordSendingRequest } from '../incident.schemas.js';
import { addDutyChange, dutiesOfIncident, settleDuty, type DutyRow } from '../persistence/duty-rows.js';
import { addEntry } from '../persistence/entry-rows.js';
import { latestFacts } from '../persistence/facts-rows.js';
import { addSending } from '../persistence/sending-rows.js';
import { refOfDuty } from './duty-obligation.js';
import { openToRun, refuseClosed } from './incident-access.js';
import { ShowIncident } from './show-incident.js';

/** A notice went out: recorded with how, to how many and what shows it, and never unsent. 45 CFR 164.414(b) */
@Injectable()
export class RecordSending {
  constructor(
    private readonly db: TenantDb,
    private readonly obligations: Obligations,
    private readonly show: ShowIncident,
  ) {}

  execute(id: string, dutyId: string, request: RecordSendingRequest): Promise<IncidentView> {
    return this.db.write(async (tx) => {
      const { incident, viewer } = await openToRun(tx, id);
      refuseClosed(incident);
      const duty = (await dutiesOfIncident(tx, id)).find((row) => row.id === dutyId);
      if (!duty) throw notFound('breach-duty');
      const sentOn = request.sentOn;
      refuse(tx, duty, request);
      const by = viewer.memberId;
      await addSending(tx, { ...request, sentOn, incidentId: id, dutyId, recordedBy: by });
      const what = `${en.incidents.duty[duty.kind]}, ${en.incidents.method[request.method]}`;
      await addEntry(tx, {
        incidentId: id,
        kind: 'action',
        words: en.incidents.sent(what, dayInWords(sentOn), request.note),
        writtenBy: by,
      });
      tx.audit.record({
        action: 'breach-duty.sent',
        target: { type: 'breach-duty', id: dutyId },
        parent: { type: 'incident', id },
        detail: { kind: duty.kind, sentOn, method: request.method, completes: request.completes },
      });
      if (request.completes && duty.status !== 'met') await this.meet(tx, id, duty, { sentOn, by });
      return this.show.within(tx, id);
    });
  }

  private async meet(
    tx: WriteTx,
    incidentId: string,
    duty: DutyRow,
    { sentOn, by }: { sentOn: CalendarDate; by: string },
  ): Promise<void> {
    await settleDuty(tx, duty.id, 'met', sentOn);
    const { revision } = await latestFacts(tx, incidentId);
    await addDutyChange(tx, {
      dutyId: duty.id,
      fromDueOn: duty.dueOn,
      toDueOn: duty.dueOn,
      fromStatus: duty.status,
      toStatus: 'met',
      factsRevision: revision,
      reason: en.incidents.sent(en.incidents.duty[duty.kind], dayInWords(sentOn), ''),
      changedBy: by,
    });
    await this.obligations.meet(tx, refOfDuty(duty.id), sentOn);
  }
}

function refuse(tx: WriteTx, duty: DutyRow, { sentOn, method, note }: RecordSendingRequest): void {
  if (duty.status === 'withdrawn')
    throw new DomainError(
      'breach-duty.withdrawn',
      'conflict',
      'This notice is not asked for any more. Reload the page.',
    );
  if (sentOn > tx.today)
    throw invalidField('sentOn', 'This day has not come yet. Record it once it is sent.');
  // 164.412: law enforcement asked for the delay.
  if (duty.earliestOn !== null && sentOn < duty.earliestOn && note.trim().length < 3)
    throw invalidField(
      'note',
      'Law enforcement asked to hold this notice back until then. If it went out earlier all the same, write down why.',
    );
  if (method === 'other' && note.trim().length < 3) throw invalidField('note', 'Say how it was sent.');
}
