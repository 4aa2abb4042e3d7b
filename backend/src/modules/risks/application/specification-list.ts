import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { allowedActions } from '../domain/assessment-actions.js';
import type { EvidenceView } from '../evidence.schemas.js';
import { decisionsOf, type StoredDecision } from '../persistence/addressable-decision.repository.js';
import { assessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';
import { evidenceOfSubjects } from '../persistence/evidence.query.js';
import type { SpecificationList, SpecificationView } from '../specification.schemas.js';
import { assessmentViewer } from './assessment-viewer.js';
import { readSpecifications, type SpecificationPacks } from './specifications.js';

type EvidenceOf = ReadonlyMap<string, EvidenceView[]>;
type Earlier = SpecificationView['earlier'];

/** The specifications of an analysis with their decisions, the evidence for these, and what was decided the year before. */
export async function specificationListOf(
  tx: ReadTx,
  pins: AssessmentPins,
  packs: SpecificationPacks,
): Promise<SpecificationList> {
  const rows = await readSpecifications(tx, pins.id, packs);
  const previous = pins.previousId === null ? null : await assessmentPins(tx, pins.previousId);
  const before = previous ? await decisionsOf(tx, previous.id) : new Map<string, StoredDecision>();
  const decisions = [...rows.flatMap(({ decision }) => decision ?? []), ...before.values()];
  const evidence = await evidenceOfSubjects(
    tx,
    'addressable-decision',
    decisions.map(({ id }) => id),
  );
  return {
    assessment: { id: typedId('assessment', pins.id), title: pins.title, status: pins.status },
    mayDecide: allowedActions(pins, assessmentViewer()).includes('answer'),
    items: rows.map(({ decision, ...row }) => ({
      ...row,
      decision: decision && decisionView(decision, evidence),
      earlier: earlierView(before.get(row.requirementId), previous, evidence),
    })),
  };
}

function decisionView(
  { id, decision, measure, reasoning, decidedBy, decidedAt, version }: StoredDecision,
  evidence: EvidenceOf,
) {
  return {
    id: typedId('decision', id),
    decision,
    measure,
    reasoning,
    decidedBy,
    decidedAt,
    evidence: evidence.get(id) ?? [],
    version,
  };
}

function earlierView(
  decided: StoredDecision | undefined,
  previous: AssessmentPins | null,
  evidence: EvidenceOf,
): Earlier {
  if (!decided || !previous) return null;
  const { id: _id, ...view } = decisionView(decided, evidence);
  return {
    ...view,
    evidence: view.evidence.filter(({ withdrawnAt }) => withdrawnAt === null),
    assessment: { id: typedId('assessment', previous.id), title: previous.title },
  };
}
