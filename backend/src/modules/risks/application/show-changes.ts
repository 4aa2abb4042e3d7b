import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import type { ChangesView } from '../changes.schemas.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { compareReports } from './compare-reports.js';
import { ReadReport } from './read-report.js';

/** What is new, changed and gone since the analysis before: what was signed, against what stands now. 45 CFR 164.316(b)(2)(iii) */
@Injectable()
export class ShowChanges {
  constructor(
    private readonly db: TenantDb,
    private readonly reports: ReadReport,
  ) {}

  /** Of each list so many; without saying, as many as a page shows. */
  async execute(assessmentId: string, most?: number): Promise<ChangesView> {
    const { previousId } = await this.db.read((tx) => assessmentPins(tx, assessmentId));
    if (previousId === null) throw notFound('earlier-assessment');
    const before = await this.reports.execute(previousId, {
      purpose: 'view',
      document: 'risk-analysis-report',
    });
    const comparison = await this.reports.comparison(before, assessmentId, most);
    return {
      previous: {
        id: typedId('assessment', previousId),
        title: before.assessment.title,
        signedOn: before.signOff ? calendarDate(before.signOff.approvedOn) : null,
      },
      ...compareReports(comparison, most),
    };
  }
}
