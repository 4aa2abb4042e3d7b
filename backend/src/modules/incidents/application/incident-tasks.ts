import { Injectable } from '@nestjs/common';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { invalidField } from '../../../platform/kernel/domain-error.js';
import { en } from '../../../platform/messages/en.js';
import type {
  AddTaskRequest,
  IncidentView,
  LeaveTasksRequest,
  UpdateTaskRequest,
} from '../incident.schemas.js';
import { addEntry } from '../persistence/entry-rows.js';
import { holdIncident } from '../persistence/incident.repository.js';
import { addTasks, holdTask, saveTask, type TaskRow } from '../persistence/task-rows.js';
import { mayBeOnTeam } from '../persistence/team.query.js';
import { openHolders, openToRun, openToWork, refuseClosed } from './incident-access.js';
import { notYours } from './incident-viewer.js';
import { maySettle, ShowIncident } from './show-incident.js';

/** What has to be done, by whom, and what came of it. */
@Injectable()
export class IncidentTasks {
  constructor(
    private readonly db: TenantDb,
    private readonly show: ShowIncident,
  ) {}

  add(id: string, { phase, title, why, ownerId }: AddTaskRequest): Promise<IncidentView> {
    return this.db.write(async (tx) => {
      await openToWork(tx, id);
      await refuseOwner(tx, ownerId);
      const task = { templateId: null, phase, title, why, citation: null, role: null, ownerId, dueAt: null };
      const [taskId] = await addTasks(tx, id, [task]);
      tx.audit.record({
        action: 'incident.task-added',
        target: { type: 'incident-task', id: taskId! },
        parent: { type: 'incident', id },
        detail: { phase },
      });
      return this.show.within(tx, id);
    });
  }

  /** Several at once that are not needed, for one reason: who leads may say so. */
  leave(id: string, { tasks, outcome }: LeaveTasksRequest): Promise<IncidentView> {
    return this.db.write(async (tx) => {
      const { incident, viewer } = await openToRun(tx, id);
      refuseClosed(incident);
      for (const seen of tasks) {
        const before = await holdTask(tx, id, seen.id, seen.version);
        if (before.status !== 'open') continue;
        await settle(tx, id, before, { ...before, status: 'not-needed', outcome }, viewer.memberId);
      }
      return this.show.within(tx, id);
    });
  }

  update(id: string, taskId: string, version: number, wanted: UpdateTaskRequest): Promise<IncidentView> {
    return this.db.write(async (tx) => {
      refuseClosed(await holdIncident(tx, id));
      const { viewer, holders } = await openHolders(tx, id);
      const before = await holdTask(tx, id, taskId, version);
      if (!maySettle(before, viewer, holders)) throw notYours();
      if (wanted.ownerId !== undefined) await refuseOwner(tx, wanted.ownerId);
      await settle(tx, id, before, { ...before, ...wanted }, viewer.memberId);
      return this.show.within(tx, id);
    });
  }
}

/** Keeps what came of a task, in its row, in the log of the incident, and in the audit log. */
async function settle(
  tx: WriteTx,
  incidentId: string,
  before: TaskRow,
  wanted: TaskRow,
  memberId: string,
): Promise<void> {
  const after = settled(tx, wanted, before, memberId);
  await saveTask(tx, after);
  if (after.status !== before.status)
    await addEntry(tx, { incidentId, kind: 'action', words: statusWords(after), writtenBy: memberId });
  tx.audit.record({
    action: 'incident.task-settled',
    target: { type: 'incident-task', id: after.id },
    parent: { type: 'incident', id: incidentId },
    detail: { status: after.status },
  });
}

async function refuseOwner(tx: WriteTx, ownerId: string | null): Promise<void> {
  if (ownerId !== null && !(await mayBeOnTeam(tx, ownerId)))
    throw invalidField('ownerId', 'This person is not active here, or may only look. Choose somebody else.');
}

function settled(tx: WriteTx, after: TaskRow, before: TaskRow, memberId: string): TaskRow {
  if (after.status === 'not-needed' && after.outcome.trim().length < 3)
    throw invalidField('outcome', 'Say why it is not needed: somebody will ask.');
  if (after.status === 'open') return { ...after, settledBy: null, settledAt: null };
  return after.status === before.status ? after : { ...after, settledBy: memberId, settledAt: tx.now };
}

function statusWords({ status, title, outcome }: TaskRow): string {
  if (status === 'done') return en.incidents.taskDone(title, outcome);
  return status === 'open' ? en.incidents.taskOpened(title) : en.incidents.taskNotNeeded(title, outcome);
}
