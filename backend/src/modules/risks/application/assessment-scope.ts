import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import {
  listExclusions,
  openRisksAbout,
  removeExclusion,
  saveExclusion,
  type ExclusionItem,
} from '../persistence/exclusions.js';
import { subjectExists } from '../persistence/risk-subject.js';
import { RefreshInventoryFindings } from './refresh-inventory-findings.js';

/** Everything in the inventory is looked at, except what is left out with a reason. */
@Injectable()
export class AssessmentScope {
  constructor(
    private readonly db: TenantDb,
    private readonly inventoryFindings: RefreshInventoryFindings,
  ) {}

  list(assessmentId: string): Promise<{ items: ExclusionItem[] }> {
    return this.db.read(async (tx) => {
      await assessmentPins(tx, assessmentId);
      return { items: await listExclusions(tx, assessmentId) };
    });
  }

  exclude(assessmentId: string, assetId: string, reason: string): Promise<{ items: ExclusionItem[] }> {
    return this.db.write(async (tx) => {
      refuseUnlessDraft((await assessmentPins(tx, assessmentId, 'change')).status);
      if (!(await subjectExists(tx, 'asset', assetId))) throw notFound('asset');
      refuseWithRisks(await openRisksAbout(tx, assessmentId, assetId));
      await saveExclusion(tx, assessmentId, assetId, reason);
      tx.audit.record({
        action: 'assessment.asset-excluded',
        target: { type: 'assessment', id: assessmentId },
        detail: { assetId },
      });
      await this.inventoryFindings.within(tx, assessmentId);
      return { items: await listExclusions(tx, assessmentId) };
    });
  }

  include(assessmentId: string, assetId: string): Promise<{ items: ExclusionItem[] }> {
    return this.db.write(async (tx) => {
      refuseUnlessDraft((await assessmentPins(tx, assessmentId, 'change')).status);
      if (!(await removeExclusion(tx, assessmentId, assetId))) throw notFound('exclusion');
      tx.audit.record({
        action: 'assessment.asset-included',
        target: { type: 'assessment', id: assessmentId },
        detail: { assetId },
      });
      await this.inventoryFindings.within(tx, assessmentId);
      return { items: await listExclusions(tx, assessmentId) };
    });
  }
}

function refuseWithRisks(risks: number): void {
  if (risks === 0) return;
  const what = risks === 1 ? 'One risk of this analysis is' : `${risks} risks of this analysis are`;
  throw new DomainError(
    'exclusion.has-risks',
    'conflict',
    `${what} about this asset or its data flows. Close them first, or keep the asset in scope.`,
  );
}
