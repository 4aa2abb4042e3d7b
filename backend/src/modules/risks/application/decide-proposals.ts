import { Injectable } from '@nestjs/common';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { typedId, typedIdOrNull } from '../../../platform/kernel/typed-id.js';
import type { ThreatCatalog, ThreatPair } from '../../compliance/index.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import { applies, decisionKey } from '../domain/proposals.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import {
  deleteDismissal,
  holdProposals,
  insertDismissals,
  proposalDecisions,
} from '../persistence/proposal-decision.repository.js';
import { subjectsWithIds, type NamedSubject } from '../persistence/proposal-subjects.query.js';
import type { PairOnSubject, ProposalOutcomes } from '../proposal.schemas.js';
import type { RiskView } from '../risk.schemas.js';
import { addRisks } from './add-risks.js';
import { AssessmentPacks } from './assessment-packs.js';
import { ShowRisk } from './show-risk.js';
import { subjectOf } from './subject-of.js';

type Outcome = ProposalOutcomes['items'][number];

/** A proposal on a subject that it really is proposed for, and that nobody decided before. */
interface OpenProposal {
  pair: ThreatPair;
  subject: NamedSubject;
}

/** Takes proposals into the register, unrated: the pack only suggests, a person rates. Or turns them down with a reason. */
@Injectable()
export class DecideProposals {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: AssessmentPacks,
    private readonly showRisk: ShowRisk,
  ) {}

  async accept(assessmentId: string, asked: PairOnSubject): Promise<RiskView> {
    return this.db.write(async (tx) => {
      const { open, refused, catalog } = await this.sort(tx, assessmentId, [asked]);
      if (!open[0]) throw refusal(refused[0]!);
      const [riskId] = await enter(tx, assessmentId, open, catalog);
      return this.showRisk.within(tx, riskId!);
    });
  }

  acceptMany(assessmentId: string, asked: readonly PairOnSubject[]): Promise<ProposalOutcomes> {
    return this.db.write(async (tx) => {
      const { open, refused, catalog } = await this.sort(tx, assessmentId, asked);
      if (open.length === 0) throw refusal(refused[0]!);
      const riskIds = await enter(tx, assessmentId, open, catalog);
      const accepted = open.map(({ pair, subject }, index): Outcome => ({
        pairId: pair.id,
        subjectId: typedSubject(subject),
        outcome: 'accepted',
        riskId: typedIdOrNull('risk', riskIds[index]),
      }));
      return { items: [...accepted, ...refused], changed: accepted.length };
    });
  }

  dismiss(assessmentId: string, asked: readonly PairOnSubject[], reason: string): Promise<ProposalOutcomes> {
    return this.db.write(async (tx) => {
      const { open, refused } = await this.sort(tx, assessmentId, asked);
      if (open.length === 0) throw refusal(refused[0]!);
      const pairs = open.map(({ pair, subject }) => ({ pairId: pair.id, subjectId: subject.id }));
      await insertDismissals(tx, assessmentId, pairs, reason, currentMember().memberId);
      for (const { pair, subject } of open) {
        tx.audit.record({
          action: 'proposal.dismissed',
          target: { type: 'assessment', id: assessmentId },
          detail: { pairId: pair.id, subjectType: subject.type, subjectId: subject.id },
        });
      }
      const dismissed = open.map(({ pair, subject }): Outcome => ({
        pairId: pair.id,
        subjectId: typedSubject(subject),
        outcome: 'dismissed',
        riskId: null,
      }));
      return { items: [...dismissed, ...refused], changed: dismissed.length };
    });
  }

  /** Puts a proposal that was turned down before the people again. */
  restore(assessmentId: string, { pairId, subject }: PairOnSubject): Promise<void> {
    return this.db.write(async (tx) => {
      refuseUnlessDraft((await assessmentPins(tx, assessmentId, 'keep')).status);
      await holdProposals(tx, assessmentId);
      const { type, id } = subjectOf(subject);
      if (!(await deleteDismissal(tx, assessmentId, pairId, id))) throw notFound('dismissal');
      tx.audit.record({
        action: 'proposal.restored',
        target: { type: 'assessment', id: assessmentId },
        detail: { pairId, subjectType: type, subjectId: id },
      });
    });
  }

  private async sort(
    tx: WriteTx,
    assessmentId: string,
    asked: readonly PairOnSubject[],
  ): Promise<{ open: OpenProposal[]; refused: Outcome[]; catalog: ThreatCatalog }> {
    const pins = await assessmentPins(tx, assessmentId, 'keep');
    refuseUnlessDraft(pins.status);
    await holdProposals(tx, assessmentId);
    const catalog = await this.packs.threatsOf(pins);
    const pairs = new Map(catalog.pairs.map((pair) => [pair.id, pair]));
    const ids = [...new Set(asked.map(({ subject }) => subjectOf(subject).id))];
    const subjects = new Map(
      (await subjectsWithIds(tx, assessmentId, ids)).map((subject) => [subject.id, subject]),
    );
    const decided = await proposalDecisions(tx, assessmentId, ids);
    const [open, refused, taken] = [[] as OpenProposal[], [] as Outcome[], new Set<string>()];
    for (const { pairId, subject: ref } of asked) {
      const { type, id } = subjectOf(ref);
      const [pair, subject, key] = [pairs.get(pairId), subjects.get(id), decisionKey(pairId, id)];
      const known = decided.get(key);
      if (known || taken.has(key)) {
        refused.push({
          pairId,
          subjectId: typedRef(type, id),
          outcome: 'already-decided',
          riskId: typedIdOrNull('risk', known?.riskId),
        });
      } else if (!pair || !subject || !applies(pair, subject)) {
        refused.push({ pairId, subjectId: typedRef(type, id), outcome: 'not-proposed', riskId: null });
      } else {
        taken.add(key);
        open.push({ pair, subject });
      }
    }
    return { open, refused, catalog };
  }
}

async function enter(
  tx: WriteTx,
  assessmentId: string,
  open: readonly OpenProposal[],
  catalog: ThreatCatalog,
): Promise<string[]> {
  const threats = new Map(catalog.threats.map((row) => [row.id, row.title]));
  const vulnerabilities = new Map(catalog.vulnerabilities.map((row) => [row.id, row.title]));
  const risks = await addRisks(
    tx,
    open.map(({ pair, subject }) => ({
      assessmentId,
      title: `${subject.name}: ${threats.get(pair.threat)}`.slice(0, 300),
      description: `${vulnerabilities.get(pair.vulnerability)}. ${pair.rationale}`,
      pairId: pair.id,
      threatId: pair.threat,
      vulnerabilityId: pair.vulnerability,
      ...(subject.type === 'asset' ? { assetId: subject.id } : { dataFlowId: subject.id }),
    })),
    'proposal',
  );
  open.forEach(({ pair, subject }, index) =>
    tx.audit.record({
      action: 'proposal.accepted',
      target: { type: 'assessment', id: assessmentId },
      detail: { pairId: pair.id, subjectType: subject.type, subjectId: subject.id, riskId: risks[index]!.id },
    }),
  );
  return risks.map((risk) => risk.id);
}

function refusal({ outcome }: Outcome): DomainError {
  return outcome === 'already-decided'
    ? new DomainError(
        'proposal.already-decided',
        'conflict',
        'Somebody accepted or turned down this proposal already.',
      )
    : new DomainError(
        'proposal.not-proposed',
        'conflict',
        'This is not proposed for that asset or data flow, or not any more. Look at the list again.',
      );
}

function typedSubject({ type, id }: NamedSubject): string {
  return typedRef(type, id);
}

function typedRef(type: 'asset' | 'data-flow', id: string): string {
  return typedId(type === 'asset' ? 'asset' : 'dataFlow', id);
}
