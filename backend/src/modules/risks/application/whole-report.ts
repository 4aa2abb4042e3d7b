import { Injectable } from '@nestjs/common';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { calendarDate } from '../../../platform/kernel/calendar-date.js';
import { changesOfYear } from '../../reassessment/index.js';
import { namesIn } from '../domain/names-in.js';
import { assessmentPins } from '../persistence/assessment-pins.js';
import { membersNamed } from '../persistence/member-names.js';
import { findSnapshot } from '../persistence/snapshot.repository.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import type { ReportChanges } from '../report/changes.schema.js';
import { buildReport } from './build-report.js';
import { wholeComparison } from './comparable-report.js';
import { compareReports } from './compare-reports.js';
import { EarlierSnapshotDamaged } from './damaged-snapshots.js';
import { ReportPacks, type PacksOfReport } from './report-packs.js';
import { openSnapshot } from './signed-content.js';

/** An analysis as it stands, with what is otherwise than in the one that it follows. */
@Injectable()
export class WholeReport {
  constructor(private readonly packs: ReportPacks) {}

  /** `approver`: who is about to sign it. */
  async within(
    tx: ReadTx,
    assessmentId: string,
    packs: PacksOfReport,
    approver?: string,
  ): Promise<AssessmentReport> {
    const built = await buildReport(tx, assessmentId, packs);
    const report = { ...built, changes: await this.changes(tx, assessmentId, built) };
    const names = namesIn(report);
    if (approver !== undefined) names.add(approver);
    return { ...report, people: await membersNamed(tx, names) };
  }

  private async changes(
    tx: ReadTx,
    assessmentId: string,
    report: AssessmentReport,
  ): Promise<ReportChanges | null> {
    const { previousId, submittedAt, status } = await assessmentPins(tx, assessmentId);
    if (previousId === null) return null;
    const before = await this.earlier(tx, previousId);
    // What was recorded after it was handed in belongs to the next one.
    const until = status === 'draft' ? null : submittedAt;
    return {
      previous: {
        title: before.assessment.title,
        signedOn: before.signOff ? calendarDate(before.signOff.approvedOn) : null,
      },
      ...compareReports(wholeComparison(before, report)),
      environment: await environmentOf(tx, until),
    };
  }

  /** What was signed; of one that nobody signed, what stands there now. */
  private async earlier(tx: ReadTx, id: string): Promise<AssessmentReport> {
    const snapshot = await findSnapshot(tx, id);
    if (!snapshot) return buildReport(tx, id, await this.packs.load(tx, await assessmentPins(tx, id)));
    const signed = openSnapshot(snapshot);
    if (signed) return signed;
    throw new EarlierSnapshotDamaged(id, snapshot.id);
  }
}

async function environmentOf(tx: ReadTx, until: Date | null): Promise<ReportChanges['environment']> {
  const { decided, undecided } = await changesOfYear(tx, until);
  return {
    decided: decided.flatMap(({ kind, subject, details, description, happenedOn, decision }) =>
      decision
        ? {
            kind,
            subject: subject.name,
            details,
            description,
            happenedOn,
            outcome: decision.outcome,
            reason: decision.reason,
            decidedBy: decision.decidedBy.name,
            decidedAt: decision.decidedAt,
            takenInto: decision.assessment?.title ?? null,
          }
        : [],
    ),
    undecided,
  };
}
