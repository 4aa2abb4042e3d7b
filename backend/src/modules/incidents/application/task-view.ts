import { namedMember } from '../../../platform/identity/member-names.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { TaskView } from '../incident.schemas.js';
import type { TaskRow } from '../persistence/task-rows.js';

export function taskView(task: TaskRow, names: ReadonlyMap<string, string>, maySettle: boolean): TaskView {
  return {
    id: typedId('incidentTask', task.id),
    phase: task.phase,
    title: task.title,
    why: task.why,
    citation: task.citation,
    role: task.role,
    owner: namedMember(names, task.ownerId),
    dueAt: task.dueAt?.toISOString() ?? null,
    status: task.status,
    outcome: task.outcome,
    settledBy: namedMember(names, task.settledBy),
    settledAt: task.settledAt?.toISOString() ?? null,
    maySettle,
    version: task.version,
  };
}
