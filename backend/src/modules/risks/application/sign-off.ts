import { Injectable } from '@nestjs/common';
import { changesBetween } from '../../../platform/audit/event-types.js';
import { currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { notFound } from '../../../platform/kernel/domain-error.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { refuseUnlessDraft } from '../domain/assessment-status.js';
import { markOf } from '../domain/inventory-moves.js';
import { missingForSubmission, warningsBeforeSubmission } from '../domain/sign-off.js';
import { assessmentPins, type AssessmentPins } from '../persistence/assessment-pins.js';
import { changeState } from '../persistence/assessment-state.js';
import { stepsOf } from '../persistence/assessment-steps.js';
import { memberNames } from '../../../platform/identity/member-names.js';
import { findSnapshot } from '../persistence/snapshot.repository.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import type { ChecklistRequest, SignOffView } from '../sign-off.schemas.js';
import { checklistView, type ChecklistTest } from './checklist-view.js';
import { RefreshInventoryFindings } from './refresh-inventory-findings.js';
import { ReportPacks, type PacksOfReport } from './report-packs.js';
import { openSnapshot } from './signed-content.js';
import { readSignOffFacts, readSignOffFactsTogether, type CountedSignOff } from './sign-off-facts.js';

/** The page before the signature: OCR's tests with their facts, and everything that is still missing. */
@Injectable()
export class SignOff {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: ReportPacks,
    private readonly inventoryFindings: RefreshInventoryFindings,
  ) {}

  async show(assessmentId: string): Promise<SignOffView> {
    // The version comes first: whoever answers from this page never writes over what it does not show.
    const { pins, packs } = await this.packsOf(assessmentId);
    const [counted, flowsOutdated] = await Promise.all([
      readSignOffFactsTogether(this.db, assessmentId, packs),
      this.db.read((tx) => this.flowsOutdated(tx, pins)),
    ]);
    return this.db.read((tx) => view(tx, pins, packs, { ...counted, flowsOutdated }));
  }

  async answer(
    assessmentId: string,
    testId: string,
    version: number,
    { met, note }: ChecklistRequest,
  ): Promise<SignOffView> {
    const { packs } = await this.packsOf(assessmentId);
    if (!packs.requirements.analysisTests.some((test) => test.id === testId))
      throw notFound('checklist-test');
    return this.db.write(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId, 'change');
      refuseUnlessDraft(pins.status);
      const answer = { met, note, by: currentMember().memberId, at: tx.now.toISOString() };
      await changeState(tx, pins, version, { checklist: { ...pins.checklist, [testId]: answer } });
      const before = pins.checklist[testId];
      tx.audit.record({
        action: 'assessment.checklist-answered',
        target: { type: 'assessment', id: assessmentId },
        changes: changesBetween<object>(
          { met: before?.met ?? null, note: before?.note ?? '' },
          { met, note },
        ),
        detail: { testId, met },
      });
      const changed = await assessmentPins(tx, assessmentId);
      return view(tx, changed, packs, {
        ...(await readSignOffFacts(tx, assessmentId, packs)),
        flowsOutdated: await this.flowsOutdated(tx, changed),
      });
    });
  }

  /** Only a draft follows the inventory. */
  private async flowsOutdated(tx: ReadTx, { id, status }: AssessmentPins): Promise<number> {
    return status === 'draft' ? this.inventoryFindings.outdated(tx, id) : 0;
  }

  private packsOf(assessmentId: string): Promise<{ pins: AssessmentPins; packs: PacksOfReport }> {
    return this.db.read(async (tx) => {
      const pins = await assessmentPins(tx, assessmentId);
      return { pins, packs: await this.packs.load(tx, pins) };
    });
  }
}

async function view(
  tx: ReadTx,
  { id: assessmentId, status, version }: AssessmentPins,
  packs: PacksOfReport,
  { facts, counts, checklist, flowsOutdated }: CountedSignOff & { flowsOutdated: number },
): Promise<SignOffView> {
  const signed = status === 'signed' ? await findSnapshot(tx, assessmentId) : null;
  const tests = withSignedFacts(
    checklistView(packs.requirements.analysisTests, checklist, counts),
    signed && openSnapshot(signed),
  );
  const names = await memberNames(
    tx,
    tests.flatMap(({ answeredBy }) => answeredBy ?? []),
  );
  return {
    assessmentId: typedId('assessment', assessmentId),
    status,
    checklist: tests.map((test) => ({
      ...test,
      answeredBy:
        test.answeredBy === null
          ? null
          : { id: typedId('member', test.answeredBy), name: names.get(test.answeredBy) ?? '' },
    })),
    // Nothing was missing when it was signed; what changed since is told where the register lives.
    missing: signed ? {} : missingForSubmission(facts),
    warnings: signed ? [] : warningsBeforeSubmission(facts),
    flowsOutdated,
    inventorySeen: markOf(facts.moved),
    steps: await stepsOf(tx, assessmentId),
    version,
  };
}

/** Beside the tests of a signed analysis stands what was counted when it was signed. */
function withSignedFacts(tests: ChecklistTest[], signed: AssessmentReport | null): ChecklistTest[] {
  const facts = new Map(signed?.checklist.map((test) => [test.id, test.facts]));
  return tests.map((test) => ({ ...test, facts: facts.get(test.id) ?? test.facts }));
}
