import { levelOf, type RatedLevel, type RatingScale } from './rating-scale.js';

export const TREATMENTS = ['mitigate', 'transfer', 'avoid', 'accept'] as const;
export type Treatment = (typeof TREATMENTS)[number];
export const RISK_STATUSES = ['open', 'treated', 'closed'] as const;
export type RiskStatus = (typeof RISK_STATUSES)[number];

/** What people decide about a risk. */
export interface RiskFields {
  title: string;
  description: string;
  inherentLikelihood: string | null;
  inherentImpact: string | null;
  safeguards: string;
  safeguardIds: readonly string[];
  residualLikelihood: string | null;
  residualImpact: string | null;
  ratingReason: string;
  treatment: Treatment | null;
  treatmentReason: string;
  ownerId: string | null;
  status: RiskStatus;
}

export interface RiskLevels {
  inherent: RatedLevel | null;
  residual: RatedLevel | null;
}

export const RATING_FIELDS = [
  'inherentLikelihood',
  'inherentImpact',
  'residualLikelihood',
  'residualImpact',
] as const;

/** From which status to which: a risk is treated or closed, and may always be opened again. */
export const RISK_STATUS_MOVES: Readonly<Record<RiskStatus, readonly RiskStatus[]>> = {
  open: ['treated', 'closed'],
  treated: ['closed', 'open'],
  closed: ['open'],
};

export type FieldErrors = Record<string, string[]>;

const SHORTEST_REASON = 3;

/** The levels of a risk by its assessment's scale; null where likelihood or impact is not chosen. */
export function levelsOf(
  risk: Pick<RiskFields, (typeof RATING_FIELDS)[number]>,
  scale: RatingScale,
): RiskLevels {
  return {
    inherent: rate(scale, risk.inherentLikelihood, risk.inherentImpact),
    residual: rate(scale, risk.residualLikelihood, risk.residualImpact),
  };
}

/** Whether somebody chose other values: then the rating is theirs, with the date. */
export function isRerated(before: RiskFields, after: RiskFields): boolean {
  return RATING_FIELDS.some((field) => before[field] !== after[field]);
}

/** Whether somebody says what protects: a safeguard of the list, or words of one's own. */
export function namesSafeguards({
  safeguards,
  safeguardIds,
}: Pick<RiskFields, 'safeguards' | 'safeguardIds'>): boolean {
  return safeguards.trim() !== '' || safeguardIds.length > 0;
}

/**
 * Rated lower with safeguards than without them, and none named that makes the difference. Asked of who rates, or changes
 * the safeguards: what stood so before may still be handed over, decided about and closed.
 */
export function isLoweredByNothing(before: RiskFields, after: RiskFields, scale: RatingScale): boolean {
  const { inherent, residual } = levelsOf(after, scale);
  const isLower = inherent !== null && residual !== null && residual.rank < inherent.rank;
  return isLower && !namesSafeguards(after) && (isRerated(before, after) || namesSafeguards(before));
}

/** What is wrong with a risk as it would be; empty when nothing is. */
export function refusalsOf(
  risk: RiskFields,
  scale: RatingScale,
  knownSafeguards: ReadonlySet<string>,
): FieldErrors {
  const errors: FieldErrors = {};
  const refuse = (field: string, message: string): void => void (errors[field] ??= []).push(message);
  checkPair('inherentLikelihood', 'inherentImpact');
  checkPair('residualLikelihood', 'residualImpact');
  const { inherent, residual } = levelsOf(risk, scale);
  if (residual && !inherent) {
    refuse('inherentLikelihood', 'Rate the risk without safeguards first, then what remains of it.');
  }
  if (inherent && residual && residual.rank > inherent.rank && !isReason(risk.ratingReason)) {
    refuse(
      'ratingReason',
      'What remains is rated higher than the risk without safeguards. Say why, or lower it.',
    );
  }
  if (risk.treatment === 'accept' && !isReason(risk.treatmentReason)) {
    refuse('treatmentReason', 'To accept a risk, write down why it can stay as it is.');
  }
  if (risk.status !== 'open' && risk.treatment === null) {
    refuse('treatment', 'Decide first what is done about this risk.');
  }
  for (const id of risk.safeguardIds) {
    if (!knownSafeguards.has(id)) refuse('safeguardIds', `${id} is no safeguard of this assessment's list.`);
  }
  return errors;

  function checkPair(likelihoodField: keyof RiskFields, impactField: keyof RiskFields): void {
    const likelihood = risk[likelihoodField] as string | null;
    const impact = risk[impactField] as string | null;
    if (likelihood !== null && !scale.likelihood.some((step) => step.id === likelihood)) {
      refuse(likelihoodField, `The scale "${scale.title}" has no such likelihood.`);
    }
    if (impact !== null && !scale.impact.some((step) => step.id === impact)) {
      refuse(impactField, `The scale "${scale.title}" has no such impact.`);
    }
    if (likelihood !== null && impact === null)
      refuse(impactField, 'Choose the impact too: the level needs both.');
    if (impact !== null && likelihood === null)
      refuse(likelihoodField, 'Choose the likelihood too: the level needs both.');
  }
}

/** What stands against a risk: it ends only when it is judged, and what was to be done is done. */
export interface RiskStanding {
  isRated: boolean;
  treatment: Treatment | null;
  unfinishedActions: number;
  finishedActions: number;
}

/** Why a risk cannot go to that status now; null when it can. */
export function statusRefusal(from: RiskStatus, to: RiskStatus, standing: RiskStanding): string | null {
  if (from === to) return null;
  if (!RISK_STATUS_MOVES[from].includes(to))
    return `A risk that is ${from} cannot become ${to}. Open it again first.`;
  if (to === 'open') return null;
  const { isRated, treatment, unfinishedActions, finishedActions } = standing;
  if (!isRated) return 'Rate it first: how likely, how bad, and what remains with your safeguards.';
  if (unfinishedActions > 0) {
    return unfinishedActions === 1
      ? 'One action for this risk is not finished. Finish or cancel it first.'
      : `${unfinishedActions} actions for this risk are not finished. Finish or cancel them first.`;
  }
  if (to === 'treated' && treatment === 'mitigate' && finishedActions === 0)
    return 'It is to be reduced, and no action against it was carried out yet. Plan one, or decide otherwise.';
  return null;
}

function rate(scale: RatingScale, likelihood: string | null, impact: string | null): RatedLevel | null {
  return likelihood !== null && impact !== null ? levelOf(scale, likelihood, impact) : null;
}

function isReason(text: string): boolean {
  return text.trim().length >= SHORTEST_REASON;
}
