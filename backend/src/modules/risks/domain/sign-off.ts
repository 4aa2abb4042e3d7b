import { movedWarning, type InventoryMoves } from './inventory-moves.js';
import type { FieldErrors } from './risk.js';

/** What has to be there before an analysis is handed to somebody for approval. Risks are named by their numbers. */
export interface SignOffFacts {
  scope: string;
  assetsInScope: number;
  sections: readonly { id: string; title: string; unanswered: readonly string[] }[];
  risks: number;
  /** Carried from an earlier analysis, and not reviewed in this one. */
  toReview: readonly number[];
  unrated: readonly number[];
  undecided: readonly number[];
  withoutOwner: readonly number[];
  /** To be mitigated, but nothing is planned against them. */
  withoutAction: readonly number[];
  /** Accepted, and nobody else approved exactly that. */
  acceptedWithoutApproval: readonly number[];
  /** Accepted although what remains is of the highest level of the scale. */
  acceptedHighest: readonly number[];
  /** Rated higher with the safeguards than without them. */
  worseWithSafeguards: readonly number[];
  /** Without a word on what protects against them. */
  withoutSafeguards: readonly number[];
  /** Rated without a word on why. */
  withoutRatingReason: readonly number[];
  /** Addressable specifications that nobody decided on, by citation. */
  undecidedSpecifications: readonly string[];
  /** Decided as put in place, though an answer says that it is missing or not known; by citation. */
  contradictedSpecifications: readonly string[];
  undecidedProposals: number;
  openFindings: number;
  tests: readonly { id: string; title: string; met: boolean | null }[];
  moved: InventoryMoves | null;
}

/** Everything that is missing, each by the field where it is mended; empty: it may be submitted. */
export function missingForSubmission(facts: SignOffFacts): FieldErrors {
  const missing: FieldErrors = {};
  const miss = (field: string, message: string): void => void (missing[field] ??= []).push(message);
  if (facts.scope.trim() === '') miss('scope', 'Write down what this analysis covers.');
  if (facts.assetsInScope === 0) miss('assets', 'No asset is in scope. List what holds ePHI first.');
  for (const { id, title, unanswered } of facts.sections) {
    if (unanswered.length > 0) {
      miss(
        `sections.${id}`,
        `“${title}”: ${count(unanswered.length, 'question has', 'questions have')} no answer yet (${some(unanswered)}).`,
      );
    }
  }
  if (facts.undecidedSpecifications.length > 0) {
    miss(
      'specifications',
      `Nobody decided on ${count(facts.undecidedSpecifications.length, 'addressable specification', 'addressable specifications')} yet (${some(facts.undecidedSpecifications)}).`,
    );
  }
  if (facts.risks === 0)
    miss('risks', 'No risk is written down yet. Decide the proposals, or add one by hand.');
  if (facts.toReview.length > 0)
    miss(
      'risks.review',
      `Carried over from an earlier analysis and not reviewed yet: ${someRisks(facts.toReview)}.`,
    );
  if (facts.unrated.length > 0)
    miss('risks.rating', `Not rated before and after safeguards: ${someRisks(facts.unrated)}.`);
  if (facts.undecided.length > 0)
    miss('risks.treatment', `Nobody decided what is done about ${someRisks(facts.undecided)}.`);
  if (facts.withoutOwner.length > 0)
    miss('risks.ownerId', `Nobody answers for ${someRisks(facts.withoutOwner)}.`);
  for (const { id, title, met } of facts.tests) {
    if (met === null) miss(`checklist.${id}`, `The test “${title}” has no answer yet.`);
    if (met === false)
      miss(
        `checklist.${id}`,
        `The test “${title}” is answered with no. Mend what it asks for, then answer it again.`,
      );
  }
  return missing;
}

/** OCR's tests that the register itself can contradict, by their names in the pack of requirements. */
const THREATS_TEST = 'threats-and-vulnerabilities';
const MEASURES_TEST = 'current-measures';
const RATING_TEST = 'likelihood-and-impact';

/** What does not stand in the way, but should be a decision and no oversight. */
export function warningsBeforeSubmission(facts: SignOffFacts): string[] {
  const warnings: string[] = [];
  const moved = movedWarning(facts.moved);
  if (moved !== null) warnings.push(moved);
  if (facts.undecidedProposals > 0) {
    warnings.push(
      `${count(facts.undecidedProposals, 'proposed threat is', 'proposed threats are')} neither accepted nor turned down${saidYes(facts, THREATS_TEST)}.`,
    );
  }
  if (facts.openFindings > 0) {
    warnings.push(
      `${count(facts.openFindings, 'finding is', 'findings are')} open and will be signed as open.`,
    );
  }
  if (facts.contradictedSpecifications.length > 0) {
    warnings.push(
      `Decided as put in place, though an answer says that it is missing or not known: ${some(facts.contradictedSpecifications)}.`,
    );
  }
  if (facts.withoutAction.length > 0)
    warnings.push(`Nothing is planned yet against ${someRisks(facts.withoutAction)}.`);
  if (facts.withoutSafeguards.length > 0)
    warnings.push(
      `Nothing is written about what protects against ${someRisks(facts.withoutSafeguards)}${saidYes(facts, MEASURES_TEST)}.`,
    );
  if (facts.withoutRatingReason.length > 0)
    warnings.push(
      `Rated without a reason: ${someRisks(facts.withoutRatingReason)}${saidYes(facts, RATING_TEST)}.`,
    );
  if (facts.acceptedWithoutApproval.length > 0)
    warnings.push(`Accepted without an approval that holds: ${someRisks(facts.acceptedWithoutApproval)}.`);
  if (facts.acceptedHighest.length > 0)
    warnings.push(
      `Accepted, although what remains is of the highest level: ${someRisks(facts.acceptedHighest)}. The scale advises against it.`,
    );
  if (facts.worseWithSafeguards.length > 0)
    warnings.push(
      `Rated higher with safeguards than without them: ${someRisks(facts.worseWithSafeguards)}. That is rarely meant.`,
    );
  return warnings;
}

/** A yes that the figures beside it do not bear out is said where they are. */
function saidYes({ tests }: SignOffFacts, testId: string): string {
  const test = tests.find(({ id, met }) => id === testId && met);
  return test ? `, and the test “${test.title}” is answered with yes` : '';
}

const NAMED = 8;

function someRisks(numbers: readonly number[]): string {
  return some(numbers.map((number) => `R-${number}`));
}

function some(names: readonly string[]): string {
  const more = names.length - NAMED;
  return more > 0
    ? `${names.slice(0, NAMED).join(', ')} and ${more.toLocaleString('en')} more`
    : names.join(', ');
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
