export const INCIDENT_STATES = [
  'reported',
  'triage',
  'contain',
  'investigate',
  'assess',
  'notify',
  'remediate',
  'closed',
] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

export interface StateMove {
  from: IncidentState;
  to: Exclude<IncidentState, 'closed'>;
  /** Going back, or leaving something out, asks for a reason. */
  asksReason: boolean;
}

const on = (from: IncidentState, to: StateMove['to']): StateMove => ({ from, to, asksReason: false });
const because = (from: IncidentState, to: StateMove['to']): StateMove => ({ from, to, asksReason: true });

/**
 * The life of an incident. What is not in this table is not possible; closing is asked for and confirmed by a second
 * person instead.
 */
export const STATE_MOVES: readonly StateMove[] = [
  on('reported', 'triage'),
  on('triage', 'contain'),
  because('triage', 'investigate'),
  because('triage', 'remediate'),
  on('contain', 'investigate'),
  because('contain', 'assess'),
  because('investigate', 'contain'),
  on('investigate', 'assess'),
  because('assess', 'investigate'),
  on('assess', 'notify'),
  on('assess', 'remediate'),
  because('notify', 'contain'),
  because('notify', 'investigate'),
  because('notify', 'assess'),
  on('notify', 'remediate'),
  because('remediate', 'contain'),
  because('remediate', 'investigate'),
  because('remediate', 'assess'),
  because('remediate', 'notify'),
  because('closed', 'investigate'),
];

export function stateMove(from: IncidentState, to: IncidentState): StateMove | undefined {
  return STATE_MOVES.find((move) => move.from === from && move.to === to);
}

export function movesFrom(from: IncidentState): StateMove[] {
  return STATE_MOVES.filter((move) => move.from === from);
}

/** Where an incident stands when somebody asks that it be closed. */
export const CLOSABLE_STATES: readonly IncidentState[] = ['triage', 'remediate'];

export const CLOSE_OUTCOMES = [
  'resolved',
  'not-a-breach',
  'near-miss',
  'policy-violation',
  'duplicate',
  'not-an-incident',
] as const;
export type CloseOutcome = (typeof CLOSE_OUTCOMES)[number];

export interface ClosingFacts {
  state: IncidentState;
  phiInvolved: 'yes' | 'unknown' | 'no';
  openDuties: number;
  openTasks: number;
  openDeterminations: number;
}

export type ClosingProblem =
  'not-from-here' | 'phi-unknown' | 'duties-open' | 'tasks-open' | 'determination-open';

/** Why an incident cannot be closed now; none: a second person may confirm it. */
export function closingProblems(facts: ClosingFacts): ClosingProblem[] {
  return [
    ...(CLOSABLE_STATES.includes(facts.state) ? [] : (['not-from-here'] as const)),
    ...(facts.phiInvolved === 'unknown' ? (['phi-unknown'] as const) : []),
    ...(facts.openDuties > 0 ? (['duties-open'] as const) : []),
    ...(facts.openDeterminations > 0 ? (['determination-open'] as const) : []),
    ...(facts.openTasks > 0 ? (['tasks-open'] as const) : []),
  ];
}
