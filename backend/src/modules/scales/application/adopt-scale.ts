import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../../platform/audit/event-row.js';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { scaleProblems } from '../domain/own-scale-problems.js';
import type { ScaleStatus } from '../domain/own-scale.js';
import { changeScale, lockInForce, lockScale, refuseTakenTitle } from '../persistence/scale.repository.js';
import type { ScaleRow } from '../persistence/scale.rows.js';
import type { ScaleView } from '../scale.schemas.js';
import { scaleViewOf } from './scale-views.js';

/**
 * A scale comes into force by two people: one proposes a whole one, another adopts exactly that. What was in force before
 * is superseded; whatever rates by it goes on to do so. 45 CFR 164.308(a)(1)(ii)(A), 164.316(b)(1)
 */
@Injectable()
export class AdoptScale {
  constructor(private readonly db: TenantDb) {}

  propose(id: string, version: number): Promise<ScaleView> {
    return this.db.write(async (tx) => {
      const scale = await inStatus(tx, id, version, 'draft');
      refuseUnlessWhole(scale);
      await refuseTakenTitle(tx, scale);
      await changeScale(
        tx,
        id,
        [`status = 'proposed'`, 'proposed_by = $4', 'proposed_at = $3'],
        [currentMember().memberId],
      );
      tx.audit.record({ action: 'scale.proposed', target: { type: 'risk-scale', id } });
      return scaleViewOf(tx, id);
    });
  }

  /** By who could adopt it, also by who proposed it: that takes the proposal back. */
  giveBack(id: string, version: number, note: string): Promise<ScaleView> {
    return this.db.write(async (tx) => {
      await inStatus(tx, id, version, 'proposed');
      await changeScale(
        tx,
        id,
        [
          `status = 'draft'`,
          'proposed_by = null',
          'proposed_at = null',
          'returned_by = $4',
          'return_note = $5',
        ],
        [currentMember().memberId, note],
      );
      tx.audit.record({ action: 'scale.returned', target: { type: 'risk-scale', id } });
      return scaleViewOf(tx, id);
    });
  }

  adopt(id: string, version: number): Promise<ScaleView> {
    return this.db.write(async (tx) => {
      const scale = await inStatus(tx, id, version, 'proposed');
      const { memberId } = currentMember();
      if (scale.proposedById === memberId)
        throw new DomainError(
          'scale.own-proposal',
          'forbidden',
          'You proposed this yourself. Somebody else has to adopt it.',
        );
      await refuseTakenTitle(tx, scale);
      await supersede(tx, scale, memberId);
      const contentHash = hashOf(scale);
      await changeScale(
        tx,
        id,
        [`status = 'adopted'`, 'adopted_by = $4', 'adopted_at = $3', 'adopted_on = $5', 'content_hash = $6'],
        [memberId, tx.today, contentHash],
      );
      tx.audit.record({
        action: 'scale.adopted',
        target: { type: 'risk-scale', id },
        detail: { scaleId: scale.scaleId, number: scale.number, contentHash },
      });
      return scaleViewOf(tx, id);
    });
  }

  /** No new analysis may use it; those that rate by it go on. */
  retire(id: string, version: number, reason: string): Promise<ScaleView> {
    return this.db.write(async (tx) => {
      await inStatus(tx, id, version, 'adopted');
      await changeScale(
        tx,
        id,
        [`status = 'retired'`, 'ended_by = $4', 'ended_at = $3', 'end_reason = $5'],
        [currentMember().memberId, reason],
      );
      tx.audit.record({ action: 'scale.retired', target: { type: 'risk-scale', id } });
      return scaleViewOf(tx, id);
    });
  }
}

const NEEDS: Partial<Record<ScaleStatus, string>> = {
  draft: 'Only a draft can be proposed.',
  proposed: 'This scale does not wait to be adopted.',
  adopted: 'Only a scale in force can be retired.',
};

async function inStatus(tx: WriteTx, id: string, version: number, status: ScaleStatus): Promise<ScaleRow> {
  const scale = await lockScale(tx, id, version);
  if (scale.status !== status) throw new DomainError('scale.not-possible', 'conflict', NEEDS[status]!);
  return scale;
}

function refuseUnlessWhole(scale: ScaleRow): void {
  const problems = scaleProblems(scale.content);
  if (scale.reason.trim() === '')
    problems.unshift({
      path: 'reason',
      message: 'Write down why you rate by a scale of your own. Whoever reads the analysis will ask.',
    });
  if (problems.length === 0) return;
  const fieldErrors: Record<string, string[]> = {};
  for (const { path, message } of problems) (fieldErrors[path] ??= []).push(message);
  throw new DomainError('scale.incomplete', 'invalid', 'This scale is not whole yet.', { fieldErrors });
}

async function supersede(tx: WriteTx, { id, scaleId }: ScaleRow, memberId: string): Promise<void> {
  const inForce = await lockInForce(tx, scaleId);
  if (!inForce) return;
  await changeScale(tx, inForce.id, [`status = 'superseded'`, 'ended_by = $4', 'ended_at = $3'], [memberId]);
  tx.audit.record({
    action: 'scale.superseded',
    target: { type: 'risk-scale', id: inForce.id },
    detail: { byId: id },
  });
}

function hashOf({ title, number, reason, content }: ScaleRow): string {
  return createHash('sha256').update(canonicalJson({ title, number, reason, content }), 'utf8').digest('hex');
}
