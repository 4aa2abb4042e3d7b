import { encryptedColumn } from '../../../platform/crypto/encrypted-column.js';
import { newId } from '../../../platform/database/new-id.js';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';

export const sendingNote = encryptedColumn('notice_sending', 'note');

export interface NewSending {
  incidentId: string;
  dutyId: string;
  sentOn: CalendarDate;
  method: string;
  recipients: number | null;
  note: string;
  completes: boolean;
  recordedBy: string;
}

export interface SendingRow extends Omit<NewSending, 'incidentId'> {
  id: string;
  recordedAt: Date;
}

export async function addSending(tx: WriteTx, sending: NewSending): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into notice_sending (organization_id, id, incident_id, duty_id, sent_on, method, recipients, note, completes, recorded_by,
       recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.organizationId,
      id,
      sending.incidentId,
      sending.dutyId,
      sending.sentOn,
      sending.method,
      sending.recipients,
      sendingNote.sealOrNull(tx, id, sending.note),
      sending.completes,
      sending.recordedBy,
      tx.now,
    ],
  );
  return id;
}

/** What went out, in order. */
export async function sendingsOfIncident(tx: ReadTx, incidentId: string): Promise<SendingRow[]> {
  const rows = await tx.query<Omit<SendingRow, 'note'> & { note: Buffer | null }>(
    `select id, duty_id as "dutyId", sent_on::text as "sentOn", method, recipients, note, completes, recorded_by as "recordedBy",
       recorded_at as "recordedAt" from notice_sending where organization_id = $1 and incident_id = $2 order by id`,
    [tx.organizationId, incidentId],
  );
  return rows.map((row) => ({ ...row, note: sendingNote.openOrNull(tx, row.id, row.note) ?? '' }));
}
