import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { currentMember } from '../../../platform/context/request-context.js';
import { newId } from '../../../platform/database/new-id.js';
import { TenantDb, type WriteTx } from '../../../platform/database/tenant-db.js';
import { DomainError, invalidField } from '../../../platform/kernel/domain-error.js';
import { Packs, SHIPPED } from '../../compliance/index.js';
import { fromPackScale } from '../domain/from-pack-scale.js';
import { withoutStrangers } from '../domain/own-scale.js';
import {
  changeScale,
  deleteDraft,
  insertDraft,
  lockScale,
  type NewScale,
} from '../persistence/scale.repository.js';
import { findScale, type ScaleRow } from '../persistence/scale.rows.js';
import type { DraftScaleRequest, ScaleView, UpdateScaleRequest } from '../scale.schemas.js';
import { scaleViewOf } from './scale-views.js';

type Begun = Pick<NewScale, 'scaleId' | 'content' | 'basedOnPack' | 'basedOnId'>;

/** A draft may be incomplete: what is missing is told with it, and only a whole one can be proposed. */
@Injectable()
export class DraftScale {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: Packs,
  ) {}

  /** From a scale of the pack, or from an earlier version of the same scale. */
  async begin({ from, title, reason }: DraftScaleRequest): Promise<ScaleView> {
    const id = newId();
    const fromPack = 'packScale' in from ? await this.fromPack(id, from.packScale) : null;
    return this.db.write(async (tx) => {
      const begun = 'version' in from ? await fromVersion(tx, from.version) : fromPack!;
      const number = await insertDraft(tx, {
        ...begun,
        id,
        title,
        reason,
        createdBy: currentMember().memberId,
      });
      tx.audit.record({
        action: 'scale.drafted',
        target: { type: 'risk-scale', id },
        detail: { scaleId: begun.scaleId, number },
      });
      return scaleViewOf(tx, id);
    });
  }

  update(id: string, version: number, request: UpdateScaleRequest): Promise<ScaleView> {
    return this.db.write(async (tx) => {
      const { title, reason, content } = await this.draft(tx, id, version);
      const before = { title, reason, content };
      const after = { ...before, ...request };
      const kept = { ...after, content: withoutStrangers(after.content) };
      await changeScale(
        tx,
        id,
        ['title = $4', 'reason = $5', 'content = $6'],
        [kept.title, kept.reason, JSON.stringify(kept.content)],
      );
      tx.audit.record({
        action: 'scale.updated',
        target: { type: 'risk-scale', id },
        changes: changesBetween(before, kept),
      });
      return scaleViewOf(tx, id);
    });
  }

  discard(id: string, version: number): Promise<void> {
    return this.db.write(async (tx) => {
      const { scaleId, number } = await this.draft(tx, id, version);
      await deleteDraft(tx, id);
      tx.audit.record({
        action: 'scale.discarded',
        target: { type: 'risk-scale', id },
        detail: { scaleId, number },
      });
    });
  }

  private async draft(tx: WriteTx, id: string, version: number): Promise<ScaleRow> {
    const scale = await lockScale(tx, id, version);
    if (scale.status !== 'draft')
      throw new DomainError(
        'scale.not-a-draft',
        'conflict',
        scale.status === 'proposed'
          ? 'This scale waits to be adopted. Take the proposal back to change it.'
          : 'What was adopted stays as it is. Begin a new version to change it.',
      );
    return scale;
  }

  private async fromPack(id: string, packScale: string): Promise<Begun> {
    const { pack, version } = await this.packs.newest(SHIPPED.riskScales);
    const { scales } = await this.packs.scales(pack, version);
    const scale = scales.find((candidate) => candidate.id === packScale);
    if (!scale) throw invalidField('from', 'Choose one of the scales to begin from.');
    return {
      scaleId: id,
      content: fromPackScale(scale),
      basedOnPack: `${pack} ${version} ${scale.id}`,
      basedOnId: null,
    };
  }
}

async function fromVersion(tx: WriteTx, id: string): Promise<Begun> {
  const before = await findScale(tx, id, 'share');
  if (!before) throw invalidField('from', 'Choose one of the scales to begin from.');
  return { scaleId: before.scaleId, content: before.content, basedOnPack: null, basedOnId: before.id };
}
