import { currentContext } from '../../../platform/context/request-context.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import type { MaterialChange, SubjectType } from '../domain/change-kinds.js';
import { insertChanges, takeTurn } from '../persistence/change-rows.js';
import { isAnalysisHandedIn } from '../persistence/standing.query.js';
import { followChanges } from './change-review.js';

export interface Notice extends MaterialChange {
  subject: { type: SubjectType; id: string };
  subjectName: string;
  /** Today where it happens in this transaction. */
  happenedOn?: CalendarDate;
  /** Of what may be found a second time. */
  sourceKey?: string | null;
}

/**
 * Notes changes in the transaction that makes them, so that none is lost and none is noted that did not happen. Until an
 * analysis is handed in there is nothing to note: whoever writes it sees the records as they are. Answers how many were
 * not known before.
 */
export async function noticeChanges(tx: WriteTx, notices: readonly Notice[]): Promise<number> {
  if (notices.length === 0) return 0;
  // Before one asks: whoever hands in at this moment reads the records either with these changes, or before they are noted.
  await takeTurn(tx);
  if (!(await isAnalysisHandedIn(tx))) return 0;
  const { actor } = currentContext();
  const madeBy = actor.type === 'person' ? actor.memberId : null;
  const added = await insertChanges(
    tx,
    'noticed',
    notices.map(({ subjectName, happenedOn = tx.today, sourceKey = null, ...notice }) => ({
      ...notice,
      subjectName: subjectName.slice(0, 300),
      description: '',
      happenedOn,
      madeBy,
      sourceKey,
    })),
  );
  for (const { id, kind } of added)
    tx.audit.record({
      action: 'change.noticed',
      target: { type: 'environment-change', id },
      detail: { kind },
    });
  if (added.length > 0) await followChanges(tx);
  return added.length;
}
