import { IsNull } from 'typeorm';
import { newId } from '../../../platform/database/new-id.js';
import type { WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { MilestoneRecord } from './milestone.record.js';

export async function insertMilestone(
  tx: WriteTx,
  actionId: string,
  { title, dueOn }: { title: string; dueOn: string },
): Promise<string> {
  const id = newId();
  await tx.manager.insert(MilestoneRecord, {
    organizationId: tx.organizationId,
    id,
    actionId,
    title,
    dueOn: dueOn as CalendarDate,
    doneOn: null,
    createdAt: tx.now,
  });
  return id;
}

export function findMilestone(tx: WriteTx, actionId: string, id: string): Promise<MilestoneRecord | null> {
  return tx.manager.findOneBy(MilestoneRecord, { organizationId: tx.organizationId, actionId, id });
}

export async function countMilestones(tx: WriteTx, actionId: string): Promise<number> {
  return tx.manager.countBy(MilestoneRecord, { organizationId: tx.organizationId, actionId });
}

/** By their dates; an action has at most fifty. */
export function milestonesOf(tx: WriteTx, actionId: string): Promise<MilestoneRecord[]> {
  return tx.manager.find(MilestoneRecord, {
    where: { organizationId: tx.organizationId, actionId },
    order: { dueOn: 'asc', id: 'asc' },
  });
}

/** Those that nobody ticked. */
export function countOpenMilestones(tx: WriteTx, actionId: string): Promise<number> {
  return tx.manager.countBy(MilestoneRecord, {
    organizationId: tx.organizationId,
    actionId,
    doneOn: IsNull(),
  });
}
