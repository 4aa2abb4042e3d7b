import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { saveVersion } from '../../../platform/database/save-version.js';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import type { AssessmentView, UpdateAssessmentRequest } from '../assessment.schemas.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import { AssessmentRecord } from '../persistence/assessment.record.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { ShowAssessment } from './show-assessment.js';

@Injectable()
export class ChangeAssessment {
  constructor(
    private readonly db: TenantDb,
    private readonly show: ShowAssessment,
  ) {}

  execute(id: string, version: number, request: UpdateAssessmentRequest): Promise<AssessmentView> {
    return this.db.write(async (tx) => {
      const before = await assessmentPins(tx, id, 'change');
      refuseUnlessDraft(before.status);
      const after = { title: request.title ?? before.title, scope: request.scope ?? before.scope };
      await saveVersion(
        tx,
        AssessmentRecord,
        { organizationId: tx.organizationId, id },
        version,
        after,
        'assessment',
      );
      tx.audit.record({
        action: 'assessment.updated',
        target: { type: 'assessment', id },
        changes: changesBetween({ title: before.title, scope: before.scope }, after),
      });
      return this.show.within(tx, id);
    });
  }
}
