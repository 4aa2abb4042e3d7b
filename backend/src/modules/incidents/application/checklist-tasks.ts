import { Injectable } from '@nestjs/common';
import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import { en } from '../../../platform/messages/en.js';
import { Packs, type ChecklistTask } from '../../compliance/index.js';
import type { IncidentKind } from '../domain/response/incident-kinds.js';
import { addTasks, saveTask, tasksOfIncident, type NewTask } from '../persistence/task-rows.js';

const HOUR_MS = 60 * 60 * 1000;

/** The tasks that an incident begins with, by its kind. */
@Injectable()
export class ChecklistTasks {
  constructor(private readonly packs: Packs) {}

  async begin(tx: WriteTx, incident: { id: string; kind: IncidentKind }): Promise<void> {
    await add(tx, incident.id, await this.of(incident.kind));
  }

  /**
   * Of another kind now: what its checklist asks for besides is added, and what only the former one asked for is not
   * needed. What was done stays done, and what people added themselves stays.
   */
  async change(tx: WriteTx, incident: { id: string; kind: IncidentKind }, by: string): Promise<void> {
    const wanted = await this.of(incident.kind);
    const asked = new Set(wanted.map(({ id }) => id));
    const there = await tasksOfIncident(tx, incident.id);
    for (const task of there)
      if (task.status === 'open' && task.templateId !== null && !asked.has(task.templateId))
        await saveTask(tx, {
          ...task,
          status: 'not-needed',
          outcome: en.incidents.otherKind,
          settledBy: by,
          settledAt: tx.now,
        });
    const known = new Set(there.map(({ templateId }) => templateId));
    const missing = wanted.filter(({ id }) => !known.has(id));
    await add(tx, incident.id, missing);
  }

  private async of(kind: IncidentKind): Promise<ChecklistTask[]> {
    const { tasks } = await this.packs.incidentChecklists();
    return tasks.filter(({ kinds }) => kinds.includes(kind));
  }
}

async function add(tx: WriteTx, incidentId: string, tasks: readonly ChecklistTask[]): Promise<void> {
  await addTasks(
    tx,
    incidentId,
    tasks.map((task) => newTask(tx, task)),
  );
}

function newTask({ now }: ReadTx, task: ChecklistTask): NewTask {
  return {
    templateId: task.id,
    phase: task.phase,
    title: task.title,
    why: task.why,
    citation: task.citations.join(', ') || null,
    role: task.role,
    ownerId: null,
    dueAt: task.withinHours === null ? null : new Date(now.getTime() + task.withinHours * HOUR_MS),
  };
}
