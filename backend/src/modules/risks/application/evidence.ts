import { Injectable } from '@nestjs/common';
import { currentContext, currentMember } from '../../../platform/context/request-context.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { StoredFiles, type OpenedFile } from '../../../platform/files/stored-files.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import { refuseWhileStill } from '../domain/register-gate.js';
import type { EvidenceView } from '../evidence.schemas.js';
import {
  answerPlace,
  decisionPlace,
  evidencePlace,
  isDoneUnshown,
  markWithdrawn,
  type EvidencePlace,
} from '../persistence/evidence.repository.js';
import { evidenceWithin, StoreEvidence, type EvidenceEntry } from './store-evidence.js';

@Injectable()
export class Evidence {
  constructor(
    private readonly db: TenantDb,
    private readonly files: StoredFiles,
    private readonly store: StoreEvidence,
  ) {}

  addToAnswer(answerId: string, entry: EvidenceEntry): Promise<EvidenceView> {
    return this.db.write(async (tx) => {
      const { assessmentId, status } = await answerPlace(tx, answerId);
      refuseUnlessDraft(status);
      return this.store.within(tx, { subject: 'answer', subjectId: answerId, assessmentId }, entry);
    });
  }

  /** 45 CFR 164.306(d)(3), 164.316(b)(1) */
  addToDecision(decisionId: string, entry: EvidenceEntry): Promise<EvidenceView> {
    return this.db.write(async (tx) => {
      const { assessmentId, status } = await decisionPlace(tx, decisionId);
      refuseUnlessDraft(status);
      const place = { subject: 'addressable-decision' as const, subjectId: decisionId, assessmentId };
      return this.store.within(tx, place, entry);
    });
  }

  /** Who took it out is written down before anything goes out. */
  download(id: string): Promise<OpenedFile> {
    return this.db.write(async (tx) => {
      const place = await evidencePlace(tx, id);
      if (!maySee(place) || !place.fileId) throw notFound('evidence');
      const file = await this.files.open(tx, place.fileId);
      tx.audit.record({ action: 'evidence.downloaded', ...about(place) });
      return file;
    });
  }

  /** Evidence stays where it is; it is marked as no longer valid, with the reason. */
  withdraw(id: string, reason: string): Promise<EvidenceView> {
    return this.db.write(async (tx) => {
      const place = await evidencePlace(tx, id, true);
      if (!maySee(place)) throw notFound('evidence');
      refuseUnlessAllowed(place);
      if (place.isWithdrawn || !(await markWithdrawn(tx, id, reason))) {
        throw new DomainError('evidence.withdrawn', 'conflict', 'This evidence was withdrawn before.');
      }
      if (place.subject === 'remediation-action' && (await isDoneUnshown(tx, place.subjectId))) {
        throw new DomainError(
          'evidence.last-of-done',
          'conflict',
          'This is all that shows that the action was carried out, and it waits to be checked. Add the right evidence first, or have the action opened again.',
        );
      }
      tx.audit.record({ action: 'evidence.withdrawn', ...about(place) });
      return evidenceWithin(tx, place.subject, place.subjectId, id);
    });
  }
}

/** Who may see the answer, the decision or the action sees its evidence. */
function maySee(place: EvidencePlace): boolean {
  const { permissions } = currentContext();
  if (place.subject !== 'remediation-action') return permissions.has('assessment:read');
  return permissions.has('plan:read') || place.actionOwnerId === currentMember().memberId;
}

function refuseUnlessAllowed(place: EvidencePlace): void {
  const { permissions } = currentContext();
  if (place.subject !== 'remediation-action') {
    if (!permissions.has('assessment:write')) throw denied('assessment:write');
    return refuseUnlessDraft(place.assessmentStatus);
  }
  const isOwn = place.actionOwnerId === currentMember().memberId;
  if (!permissions.has('action:write') && !isOwn) throw denied('action:write');
  refuseWhileStill(place.assessmentStatus);
}

function denied(permission: string): DomainError {
  return new DomainError(
    'access.denied',
    'forbidden',
    `Your role does not allow this (${permission}). Ask your organization's admin.`,
  );
}

function about({ id, subject, subjectId, assessmentId }: EvidencePlace) {
  return {
    target: { type: 'evidence', id },
    parent: { type: 'assessment', id: assessmentId },
    detail: { subjectType: subject, subjectId },
  };
}
