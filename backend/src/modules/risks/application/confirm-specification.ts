import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { Packs } from '../../compliance/index.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import {
  decisionsOf,
  insertDecisions,
  type DecisionEntry,
  type StoredDecision,
} from '../persistence/addressable-decision.repository.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { carryEvidence } from '../persistence/evidence.repository.js';
import type { SpecificationList } from '../specification.schemas.js';
import { specificationListOf } from './specification-list.js';
import { addressableOf } from './specifications.js';

/**
 * What the analysis before decided about a specification still fits: it stands here in the name of who says so, with the
 * evidence of then. Nothing is carried on unseen. 45 CFR 164.306(d)(3), 164.306(e), 164.316(b)(1)
 */
@Injectable()
export class ConfirmSpecification {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: Packs,
  ) {}

  async execute(
    assessmentId: string,
    requirementId: string,
    earlierVersion: number,
  ): Promise<SpecificationList> {
    const asked = await this.db.read((tx) => assessmentPins(tx, assessmentId));
    const packs = {
      questionnaire: await this.packs.questionnaire(asked.questionnairePack, asked.questionnaireVersion),
      requirements: await this.packs.requirements(),
    };
    if (!addressableOf(packs.requirements).some(({ id }) => id === requirementId))
      throw notFound('addressable-specification');
    return this.db.write(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId, 'keep');
      refuseUnlessDraft(pins.status);
      const earlier = pins.previousId && (await decisionsOf(tx, pins.previousId)).get(requirementId);
      if (!earlier) throw notFound('earlier-decision');
      if (earlier.version !== earlierVersion) throw changedMeanwhile();
      await confirm(tx, earlier, { assessmentId, requirementId });
      return specificationListOf(tx, pins, packs);
    });
  }
}

async function confirm(
  tx: WriteTx,
  earlier: StoredDecision,
  place: Pick<DecisionEntry, 'assessmentId' | 'requirementId'>,
): Promise<void> {
  const { decision, measure, reasoning } = earlier;
  const decidedBy = currentMember().memberId;
  const entry: DecisionEntry = { id: newId(), ...place, decision, measure, reasoning, decidedBy };
  if ((await insertDecisions(tx, [entry])).size === 0) throw decidedAlready();
  const carried = await carryEvidence(tx, earlier.id, {
    decisionId: entry.id,
    assessmentId: place.assessmentId,
  });
  const parent = { type: 'assessment', id: place.assessmentId };
  tx.audit.record({
    action: 'specification.confirmed',
    target: { type: 'addressable-decision', id: entry.id },
    parent,
    detail: {
      requirementId: place.requirementId,
      decision,
      fromId: earlier.id,
      evidence: carried.length,
    },
  });
  for (const { id, fromId } of carried)
    tx.audit.record({
      action: 'evidence.carried',
      target: { type: 'evidence', id },
      parent,
      detail: { subjectType: 'addressable-decision', subjectId: entry.id, fromId },
    });
}

function changedMeanwhile(): DomainError {
  return new DomainError(
    'specification.stale',
    'stale',
    'The decision of the earlier analysis changed after you opened it. Look at it again, then confirm it or decide anew.',
  );
}

function decidedAlready(): DomainError {
  return new DomainError(
    'specification.decided',
    'conflict',
    'This is decided already in this analysis. Change that decision where it no longer fits.',
  );
}
