import { Injectable } from '@nestjs/common';
import { currentContext } from '../../../platform/context/request-context.js';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { ExportPurpose } from '../../../platform/kernel/export-purpose.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { findSnapshot } from '../persistence/snapshot.repository.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import { wholeComparison, type ComparableReport, type Comparison } from './comparable-report.js';
import { compareWithDraft } from './compare-with-draft.js';
import { DamagedSnapshots } from './damaged-snapshots.js';
import type { ExportedDocument, ReportQuery } from '../sign-off.schemas.js';
import { ReportPacks, type PacksOfReport } from './report-packs.js';
import { openSnapshot } from './signed-content.js';
import { WholeReport } from './whole-report.js';

/** The report: what was signed, byte for byte, or the draft as it stands. An export is recorded. */
@Injectable()
export class ReadReport {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: ReportPacks,
    private readonly whole: WholeReport,
    private readonly damaged: DamagedSnapshots,
  ) {}

  async execute(
    assessmentId: string,
    { purpose, document, exportPurpose }: ReportQuery,
  ): Promise<AssessmentReport> {
    if (purpose === 'export' && !currentContext().permissions.has('report:export')) {
      throw new DomainError(
        'access.denied',
        'forbidden',
        "Your role does not allow this (report:export). Ask your organization's admin.",
      );
    }
    const packs = await this.packsOf(assessmentId);
    const found = await this.damaged.watch(() =>
      purpose === 'export'
        ? this.exported(assessmentId, packs, { document, ...(exportPurpose && { purpose: exportPurpose }) })
        : this.db.read((tx) => this.standing(tx, assessmentId, packs)),
    );
    if ('report' in found) return found.report;
    return this.damaged.refuse(assessmentId, found.damaged);
  }

  /** An earlier analysis against what was signed later, or against a draft as it stands: of what is new so many. */
  async comparison(before: ComparableReport, assessmentId: string, most?: number): Promise<Comparison> {
    const packs = await this.packsOf(assessmentId);
    const found = await this.db.read((tx) =>
      read(tx, assessmentId, packs, () => compareWithDraft(tx, assessmentId, packs, before, most)),
    );
    if ('damaged' in found) return this.damaged.refuse(assessmentId, found.damaged);
    return 'leftOut' in found.report ? found.report : wholeComparison(before, found.report);
  }

  private packsOf(assessmentId: string): Promise<PacksOfReport> {
    return this.db.read(async (tx) => this.packs.load(tx, await assessmentPins(tx, assessmentId)));
  }

  private standing(tx: ReadTx, assessmentId: string, packs: PacksOfReport): Promise<Found> {
    return read(tx, assessmentId, packs, (...whole) => this.whole.within(...whole));
  }

  private exported(
    assessmentId: string,
    packs: PacksOfReport,
    taken: { document: ExportedDocument; purpose?: ExportPurpose },
  ): Promise<Found> {
    return this.db.write(async (tx) => {
      const found = await this.standing(tx, assessmentId, packs);
      const about = { target: { type: 'assessment', id: assessmentId } };
      if ('report' in found) {
        tx.audit.record({
          action: 'report.exported',
          ...about,
          detail: { assessmentId, signed: !found.report.draft, ...taken },
        });
      } else {
        tx.audit.record({
          action: 'report.exported',
          ...about,
          outcome: 'failed',
          reasonCode: 'assessment.snapshot-damaged',
          detail: { assessmentId, signed: true, ...taken },
        });
      }
      return found;
    });
  }
}

type Found<Report = AssessmentReport> = { report: AssessmentReport | Report } | { damaged: string };

async function read<Report>(
  tx: ReadTx,
  assessmentId: string,
  packs: PacksOfReport,
  build: (tx: ReadTx, assessmentId: string, packs: PacksOfReport) => Promise<Report>,
): Promise<Found<Report>> {
  const snapshot = await findSnapshot(tx, assessmentId);
  if (!snapshot) return { report: await build(tx, assessmentId, packs) };
  const report = openSnapshot(snapshot);
  return report ? { report } : { damaged: snapshot.id };
}
