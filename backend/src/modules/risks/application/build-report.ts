import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { heatGrid } from '../domain/heat-map.js';
import { planTotals } from '../domain/plan-totals.js';
import { reportAnswers, reportEvidence } from '../persistence/report-answers.query.js';
import { ratedCounts } from '../persistence/rated-counts.js';
import { reportHead, type ReportHead } from '../persistence/report-head.query.js';
import {
  reportActions,
  reportEarlierLessons,
  type ReportedAction,
} from '../persistence/report-plan.query.js';
import {
  reportAcceptances,
  reportDismissals,
  reportFindings,
  reportRisks,
} from '../persistence/report-register.query.js';
import type { AssessmentReport } from '../report/assessment-report.schema.js';
import { checklistView } from './checklist-view.js';
import { reportInventory } from './report-inventory.js';
import type { PacksOfReport } from './report-packs.js';
import { RegisterWords } from './report-register.js';
import { evidenceView, reportSections, type NameOf } from './report-sections.js';
import { readSignOffFacts } from './sign-off-facts.js';

/** The whole of an analysis as it stands: a handful of statements, however many risks it has. Unsigned, so a draft. */
export async function buildReport(
  tx: ReadTx,
  assessmentId: string,
  packs: PacksOfReport,
): Promise<AssessmentReport> {
  const head = await reportHead(tx, assessmentId);
  const nameOf: NameOf = (memberId) => head.members[memberId] ?? '';
  const evidence = await reportEvidence(tx, assessmentId);
  const answers = await reportAnswers(tx, assessmentId);
  const risks = await reportRisks(tx, assessmentId);
  const dismissals = await reportDismissals(tx, assessmentId);
  const named = new Set([
    ...risks.flatMap(({ dataFlowId, further }) => [dataFlowId, ...further]),
    ...dismissals.map(({ subjectId }) => subjectId),
  ]);
  named.delete(null);
  const inventory = await reportInventory(tx, head, named as Set<string>);
  const words = new RegisterWords(
    packs.threats,
    inventory.assets,
    inventory.flows,
    nameOf,
    packs.earlierScale,
  );
  const counts = await ratedCounts(tx, assessmentId);
  const actions = (await reportActions(tx, assessmentId)).map((action) => actionView(action, nameOf));
  const { facts, counts: counted, specifications } = await readSignOffFacts(tx, assessmentId, packs);
  return {
    draft: true,
    generatedAt: tx.now.toISOString(),
    organization: head.organization,
    assessment: assessmentView(assessmentId, head, packs, nameOf),
    methodology: packs.requirements.methodology.map(({ step, title, text, citations }) => ({
      step,
      title,
      text,
      citations: [...citations],
    })),
    sites: head.sites,
    ...inventory.view,
    sections: reportSections(packs.questionnaire, answers, evidence, nameOf),
    specifications: specifications.map(({ citation, title, summary, decision }) => ({
      citation,
      title,
      summary,
      decision: decision && {
        decision: decision.decision,
        measure: decision.measure,
        reasoning: decision.reasoning,
        decidedBy: decision.decidedBy.name,
        decidedAt: decision.decidedAt,
        evidence: evidenceView(evidence.get(decision.id), nameOf),
      },
    })),
    findings: await reportFindings(tx, assessmentId),
    risks: risks.map((risk) => words.risk(risk)),
    dismissals: dismissals.map((dismissal) => words.dismissal(dismissal)),
    undecidedProposals: counted.undecidedProposals,
    risksWithoutAction: [...facts.withoutAction],
    acceptances: (await reportAcceptances(tx, assessmentId)).map((acceptance) => ({
      ...acceptance,
      askedBy: nameOf(acceptance.askedBy),
      decidedBy: acceptance.decidedBy && nameOf(acceptance.decidedBy),
    })),
    heatMap: {
      inherent: heatGrid(packs.scale, counts.inherent),
      residual: heatGrid(packs.scale, counts.residual),
    },
    actions: actions.map(({ uuid, action }) => ({
      ...action,
      evidence: evidenceView(evidence.get(uuid), nameOf),
    })),
    earlierLessons: await reportEarlierLessons(tx, assessmentId),
    planTotals: planTotals(actions.map(({ action }) => action)),
    checklist: checklistView(packs.requirements.analysisTests, head.checklist, counted).map(
      ({ howToShow: _how, answeredBy, ...test }) => ({
        ...test,
        answeredBy: answeredBy && nameOf(answeredBy),
      }),
    ),
    signOff: null,
  };
}

function assessmentView(
  id: string,
  head: ReportHead,
  packs: PacksOfReport,
  nameOf: NameOf,
): AssessmentReport['assessment'] {
  const { title, scope, status, startedOn, previousTitle } = head;
  const isSubmitted = status !== 'draft';
  return {
    id: typedId('assessment', id),
    title,
    scope,
    status,
    startedOn,
    preparedBy: nameOf(head.preparedBy),
    submittedBy: isSubmitted && head.submittedBy ? nameOf(head.submittedBy) : null,
    submittedAt: isSubmitted ? head.submittedAt : null,
    ...packsView(packs),
    previousTitle,
    ...(head.withdrawn ? { withdrawn: { ...head.withdrawn, by: nameOf(head.withdrawn.by) } } : {}),
  };
}

/** By what an analysis asks and judges. */
export function packsView(
  packs: PacksOfReport,
): Pick<AssessmentReport['assessment'], 'questionnaire' | 'threats' | 'scale'> {
  const { questionnaire, threats, scale } = packs;
  return {
    questionnaire: packUsed(questionnaire, packs.questionnaireIsOfficial),
    threats: packUsed(threats, packs.threatsAreOfficial),
    scale: {
      id: scale.own ? typedId('scale', scale.id) : scale.id,
      title: scale.title,
      version: packs.scaleVersion,
      likelihood: scale.likelihood.map(stepView),
      impact: scale.impact.map(stepView),
      levels: scale.levels.map(({ id: level, label, meaning, responseGuide }) => ({
        id: level,
        label,
        meaning,
        responseGuide,
      })),
      matrix: scale.matrix,
      ...ownMark(scale),
    },
  };
}

/** Signed content from before there were own scales says nothing of this, and neither does one by a pack's scale. */
function ownMark({ own }: PacksOfReport['scale']): Pick<AssessmentReport['assessment']['scale'], 'own'> {
  if (!own) return {};
  const { reason, adoptedBy, adoptedOn } = own;
  return { own: { reason, adoptedBy, adoptedOn } };
}

function stepView({ id, label, value, meaning }: PacksOfReport['scale']['likelihood'][number]) {
  return { id, label, value, meaning };
}

function packUsed(
  { pack, version, title }: { pack: string; version: string; title: string },
  official: boolean,
) {
  return { pack, version, title, official };
}

function actionView(
  { uuid, ownerId, completedBy, validatedBy, history, dueMoves, ...action }: ReportedAction,
  nameOf: NameOf,
) {
  return {
    uuid,
    action: {
      ...action,
      ownerName: ownerId && nameOf(ownerId),
      completedBy: completedBy && nameOf(completedBy),
      validatedBy: validatedBy && nameOf(validatedBy),
      history: history.map((step) => ({ ...step, by: nameOf(step.by) })),
      dueMoves: dueMoves.map((move) => ({ ...move, by: nameOf(move.by) })),
    },
  };
}
