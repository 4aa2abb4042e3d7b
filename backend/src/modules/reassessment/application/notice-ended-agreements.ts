import type { WriteTx } from '../../../platform/database/tenant-db.js';
import { addDays, type CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { endedAgreements, sourceKeyOf, type EndedAgreement } from '../persistence/ended-agreements.query.js';
import { noticeChanges, type Notice } from './notice-changes.js';

const BATCH = 200;

/** Notes agreements that ended by themselves, on that day or later; those that are known are passed over. */
export async function noticeEndedAgreements(
  tx: WriteTx,
  since: CalendarDate,
): Promise<{ noted: number; mayBeMore: boolean }> {
  const ended = await endedAgreements(tx, since, BATCH);
  return { noted: await noticeChanges(tx, ended.map(noticeOf)), mayBeMore: ended.length === BATCH };
}

function noticeOf(agreement: EndedAgreement): Notice {
  return {
    kind: 'vendor-ended',
    details: [{ field: 'agreement', from: ['signed'], to: ['expired'] }],
    subject: { type: 'vendor', id: agreement.vendorId },
    subjectName: agreement.name,
    happenedOn: addDays(agreement.endsOn, 1),
    sourceKey: sourceKeyOf(agreement),
  };
}
