export const ACTION_STATUSES = ['planned', 'in-progress', 'done', 'validated', 'cancelled'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];
export type ActionTransition = 'start' | 'completion' | 'validation' | 'cancellation' | 'reopening';

export interface TransitionRule {
  transition: ActionTransition;
  from: ActionStatus;
  to: ActionStatus;
  /** Who may: whoever works on it, a second person who checks it, or who plans. */
  by: 'worker' | 'validator' | 'planner';
}

/** The life of a remediation action. What is not in this table is not possible. */
export const ACTION_TRANSITIONS: readonly TransitionRule[] = [
  { transition: 'start', from: 'planned', to: 'in-progress', by: 'worker' },
  { transition: 'completion', from: 'planned', to: 'done', by: 'worker' },
  { transition: 'completion', from: 'in-progress', to: 'done', by: 'worker' },
  { transition: 'validation', from: 'done', to: 'validated', by: 'validator' },
  { transition: 'cancellation', from: 'planned', to: 'cancelled', by: 'planner' },
  { transition: 'cancellation', from: 'in-progress', to: 'cancelled', by: 'planner' },
  { transition: 'reopening', from: 'done', to: 'in-progress', by: 'validator' },
  { transition: 'reopening', from: 'validated', to: 'in-progress', by: 'validator' },
  { transition: 'reopening', from: 'cancelled', to: 'planned', by: 'validator' },
];

/** Somebody who looks at an action, as far as the rules ask. */
export interface ActionViewer {
  memberId: string;
  /** action:write */
  plans: boolean;
  /** action:work */
  works: boolean;
  /** action:validate */
  validates: boolean;
}

export interface ActionFacts {
  status: ActionStatus;
  ownerId: string | null;
  completedBy: string | null;
}

export function transitionRule(transition: ActionTransition, from: ActionStatus): TransitionRule | undefined {
  return ACTION_TRANSITIONS.find((rule) => rule.transition === transition && rule.from === from);
}

export type TransitionRefusal = 'not-possible' | 'not-yours' | 'own-work';

/** Why this person cannot do that now; null when they can. */
export function transitionRefusal(
  transition: ActionTransition,
  action: ActionFacts,
  viewer: ActionViewer,
): TransitionRefusal | null {
  const rule = transitionRule(transition, action.status);
  if (!rule) return 'not-possible';
  if (!mayTake(rule.by, action, viewer)) return 'not-yours';
  // The fix is checked by somebody other than the one who made it.
  if (transition === 'validation' && action.completedBy === viewer.memberId) return 'own-work';
  return null;
}

export type AllowedAction = ActionTransition | 'update' | 'work';

/** What this person may do with the action now: the page shows these and no other buttons. */
export function allowedActions(action: ActionFacts, viewer: ActionViewer): AllowedAction[] {
  const transitions = [...new Set(ACTION_TRANSITIONS.map((rule) => rule.transition))].filter(
    (transition) => transitionRefusal(transition, action, viewer) === null,
  );
  return [
    ...(viewer.plans && action.status !== 'cancelled' ? (['update'] as const) : []),
    ...(mayWork(action, viewer) && mayAddEvidence(action.status) ? (['work'] as const) : []),
    ...transitions,
  ];
}

export function isUnfinished(status: ActionStatus): boolean {
  return status === 'planned' || status === 'in-progress';
}

/** Until somebody else has checked it. */
export function mayAddEvidence(status: ActionStatus): boolean {
  return isUnfinished(status) || status === 'done';
}

/** Work on it: start, complete, tick milestones, add evidence. */
export function mayWork(action: Pick<ActionFacts, 'ownerId'>, viewer: ActionViewer): boolean {
  return viewer.plans || (viewer.works && action.ownerId === viewer.memberId);
}

function mayTake(by: TransitionRule['by'], action: ActionFacts, viewer: ActionViewer): boolean {
  if (by === 'worker') return mayWork(action, viewer);
  return by === 'validator' ? viewer.validates : viewer.plans;
}
