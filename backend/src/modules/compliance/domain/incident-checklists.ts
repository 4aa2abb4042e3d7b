import type { PackHead } from './pack.js';

export const CHECKLIST_PHASES = [
  'triage',
  'contain',
  'investigate',
  'assess',
  'notify',
  'remediate',
] as const;
export const CHECKLIST_ROLES = ['commander', 'privacy', 'security', 'legal', 'communications'] as const;

export interface ChecklistTask {
  id: string;
  /** The kinds of incident whose checklist it stands in. */
  kinds: readonly string[];
  phase: (typeof CHECKLIST_PHASES)[number];
  role: (typeof CHECKLIST_ROLES)[number];
  title: string;
  why: string;
  /** None: it is good practice, and no rule asks for it. */
  citations: readonly string[];
  /** Hours after the report, as advice; null where there is no hurry of its own. */
  withinHours: number | null;
}

/** What a team does in an incident, by its kind. */
export interface IncidentChecklists extends PackHead {
  kind: 'incident-checklists';
  kinds: readonly { id: string; name: string; chooseWhen: string }[];
  tasks: readonly ChecklistTask[];
}
