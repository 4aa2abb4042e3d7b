import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { currentMember } from '../../../platform/context/request-context.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { Packs } from '../../compliance/index.js';
import { refusalsOfDecision } from '../domain/addressable.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import {
  decisionsOf,
  insertDecisions,
  updateDecision,
  type DecisionEntry,
  type StoredDecision,
} from '../persistence/addressable-decision.repository.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import type { DecideSpecificationRequest, SpecificationList } from '../specification.schemas.js';
import { specificationListOf } from './specification-list.js';
import { addressableOf, readSpecifications, type SpecificationPacks } from './specifications.js';

/** The decision record on addressable specifications. 45 CFR 164.306(d)(3), 164.316(b)(1) */
@Injectable()
export class DecideSpecifications {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: Packs,
  ) {}

  async list(assessmentId: string): Promise<SpecificationList> {
    const packs = await this.packsOf(assessmentId);
    return this.db.read(async (tx) => specificationListOf(tx, await assessmentPins(tx, assessmentId), packs));
  }

  async decide(
    assessmentId: string,
    requirementId: string,
    seenVersion: number | null,
    request: DecideSpecificationRequest,
  ): Promise<SpecificationList> {
    const packs = await this.packsOf(assessmentId);
    if (!addressableOf(packs.requirements).some(({ id }) => id === requirementId))
      throw notFound('addressable-specification');
    return this.db.write(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId, 'keep');
      refuseUnlessDraft(pins.status);
      refuseIncomplete(request);
      const before = (await decisionsOf(tx, assessmentId)).get(requirementId) ?? null;
      // Version 0 stands for what was not there yet when the form was opened.
      if ((before?.version ?? 0) !== (seenVersion ?? 0)) throw changedBy(before);
      const entry = { ...request, ...entryHead(assessmentId, requirementId, before?.id) };
      const saved = before
        ? await updateDecision(tx, entry, before.version)
        : (await insertDecisions(tx, [entry])).has(entry.id);
      if (!saved) throw changedBy((await decisionsOf(tx, assessmentId)).get(requirementId) ?? null);
      record(tx, before, entry);
      return specificationListOf(tx, pins, packs);
    });
  }

  /** "Put in place" for every specification whose answers all say so and that nobody decided yet. */
  async takeOverAnswers(assessmentId: string): Promise<SpecificationList> {
    const packs = await this.packsOf(assessmentId);
    return this.db.write(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId, 'keep');
      refuseUnlessDraft(pins.status);
      const proposed = (await readSpecifications(tx, assessmentId, packs)).filter((row) => row.proposed);
      if (proposed.length === 0) throw nothingProposed();
      const entries = proposed.map(({ requirementId }): DecisionEntry => {
        const head = entryHead(assessmentId, requirementId);
        return { ...head, decision: 'implemented', measure: '', reasoning: '' };
      });
      const made = await insertDecisions(tx, entries);
      // Somebody else pressed it at the same time: what they decided is theirs.
      if (made.size === 0) throw nothingProposed();
      for (const entry of entries.filter(({ id }) => made.has(id))) record(tx, null, entry);
      return specificationListOf(tx, pins, packs);
    });
  }

  private async packsOf(assessmentId: string): Promise<SpecificationPacks> {
    const pins = await this.db.read((tx) => assessmentPins(tx, assessmentId));
    return {
      questionnaire: await this.packs.questionnaire(pins.questionnairePack, pins.questionnaireVersion),
      requirements: await this.packs.requirements(),
    };
  }
}

function entryHead(assessmentId: string, requirementId: string, id = newId()) {
  return { id, assessmentId, requirementId, decidedBy: currentMember().memberId };
}

function refuseIncomplete(request: DecideSpecificationRequest): void {
  const fieldErrors = refusalsOfDecision(request);
  if (Object.keys(fieldErrors).length > 0)
    throw new DomainError('request.invalid', 'invalid', 'Some entries need another look.', { fieldErrors });
}

function nothingProposed(): DomainError {
  return new DomainError(
    'specification.nothing-proposed',
    'conflict',
    'No specification is left of which every answer says that it is in place. Decide the others one by one.',
  );
}

function changedBy(decision: StoredDecision | null): DomainError {
  const who = decision ? `${decision.decidedBy.name} decided this` : 'Somebody else decided this';
  return new DomainError(
    'specification.stale',
    'stale',
    `${who} after you opened it. What you entered is kept: compare the two, then save again.`,
  );
}

function record(tx: WriteTx, before: StoredDecision | null, entry: DecisionEntry): void {
  const fields = (from: StoredDecision | DecisionEntry | null) => ({
    decision: from?.decision ?? null,
    measure: from?.measure ?? '',
    reasoning: from?.reasoning ?? '',
  });
  tx.audit.record({
    action: 'specification.decided',
    target: { type: 'addressable-decision', id: entry.id },
    parent: { type: 'assessment', id: entry.assessmentId },
    changes: changesBetween<object>(fields(before), fields(entry)),
    detail: { requirementId: entry.requirementId, decision: entry.decision },
  });
}
