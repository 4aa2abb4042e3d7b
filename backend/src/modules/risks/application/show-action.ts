import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import type { ActionView } from '../action.schemas.js';
import { allowedActions, type AllowedAction } from '../domain/action-transitions.js';
import { actionDetail, type ActionDetail } from '../persistence/action-detail.query.js';
import { evidenceOfSubjects } from '../persistence/evidence.query.js';
import { registerViewer, type RegisterViewer } from './register-viewer.js';

/** What only planning touches; it stands still while the analysis waits for approval. */
const PLANNING: readonly AllowedAction[] = ['update', 'cancellation'];

@Injectable()
export class ShowAction {
  constructor(private readonly db: TenantDb) {}

  execute(id: string): Promise<ActionView> {
    return this.db.read((tx) => this.within(tx, id));
  }

  /** As it is inside a transaction: what a write answers with. */
  async within(tx: ReadTx, id: string): Promise<ActionView> {
    const viewer = registerViewer();
    const detail = await actionDetail(tx, id);
    if (!viewer.seesAll && detail.ownerUuid !== viewer.memberId) throw notFound('action');
    const evidence = await evidenceOfSubjects(tx, 'remediation-action', [id]);
    return { ...detail, evidence: evidence.get(id) ?? [], allowedActions: allowed(detail, viewer) };
  }
}

function allowed(detail: ActionDetail, viewer: RegisterViewer): AllowedAction[] {
  const facts = { status: detail.status, ownerId: detail.ownerUuid, completedBy: detail.completedByUuid };
  const possible = allowedActions(facts, viewer);
  return detail.assessment.status === 'in-review'
    ? possible.filter((action) => !PLANNING.includes(action))
    : possible;
}
