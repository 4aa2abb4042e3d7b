import { Injectable } from '@nestjs/common';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { Packs, progressOf, wholeProgress, type Questionnaire } from '../../compliance/index.js';
import type { AssessmentView } from '../assessment.schemas.js';
import { allowedActions, type AssessmentAction } from '../domain/assessment-actions.js';
import { nextStep } from '../domain/next-step.js';
import { assessmentDetail, type AssessmentDetail } from '../persistence/assessment-detail.query.js';
import { AssessmentPacks } from './assessment-packs.js';
import { assessmentViewer } from './assessment-viewer.js';
import { NoteView } from './note-view.js';
import { NEXT_STEP_WORDS } from './next-step-words.js';
import { signedFigures } from './signed-figures.js';
import { scaleView } from './scale-view.js';
import { addressableOf } from './specifications.js';

/** The home of an assessment: how far it is, what stands out, what comes next. */
@Injectable()
export class ShowAssessment {
  constructor(
    private readonly db: TenantDb,
    private readonly packs: Packs,
    private readonly pinned: AssessmentPacks,
    private readonly noteView: NoteView,
  ) {}

  async execute(id: string): Promise<AssessmentView> {
    const view = await this.db.read((tx) => this.within(tx, id));
    await this.noteView.execute(id);
    return view;
  }

  /** As it is inside a transaction: what a write answers with. */
  async within(tx: ReadTx, id: string): Promise<AssessmentView> {
    const detail = await assessmentDetail(tx, id);
    const { pins } = detail;
    const questionnaire = await this.packs.questionnaire(pins.questionnairePack, pins.questionnaireVersion);
    const threats = await this.packs.threats(pins.threatsPack, pins.threatsVersion);
    const scale = scaleView(await this.pinned.scaleOf(tx, pins));
    const sections = sectionProgress(questionnaire, detail.given);
    const checklist = (await this.packs.analysisTests()).map(
      ({ id: testId, title, question, howToShow, citations }) => ({
        id: testId,
        title,
        question,
        howToShow,
        citations: [...citations],
        met: detail.checklist[testId]?.met ?? null,
        note: detail.checklist[testId]?.note ?? '',
      }),
    );
    const addressable = addressableOf(await this.packs.requirements());
    const decided = new Set(detail.decidedSpecifications);
    const counts = {
      ...(await countsOf(tx, id, detail)),
      specifications: addressable.length,
      specificationsUndecided: addressable.filter((row) => !decided.has(row.id)).length,
    };
    const actions = allowedActions({ ...pins, status: detail.status }, assessmentViewer());
    return {
      ...detail,
      counts,
      allowedActions: actions,
      questionnaire: {
        pack: questionnaire.pack,
        version: questionnaire.version,
        title: questionnaire.title,
        official: await this.packs.isOfficial(questionnaire),
      },
      threats: { pack: threats.pack, version: threats.version, title: threats.title },
      scale: {
        ...scale,
        pack: pins.scalesPack,
        version: pins.scalesVersion ?? String(scale.own!.number),
      },
      progress: wholeProgress(progressOf(questionnaire, new Map(Object.entries(detail.given)))),
      sections,
      checklist,
      nextStep: stepView({ ...detail, counts }, sections, checklist, actions),
    };
  }
}

/**
 * Of a signed analysis the inventory counts as it was signed; when its register has moved on, the register and the plan
 * do, too.
 */
async function countsOf(
  tx: ReadTx,
  id: string,
  { status, carriedOnTo, counts }: AssessmentDetail,
): Promise<AssessmentDetail['counts']> {
  const figures = status === 'signed' ? await signedFigures(tx, id) : null;
  if (!figures) return counts;
  const { assetsInScope, assetsExcluded, dataFlows, risks, actions, actionsOpen } = figures.counts;
  const inventory = { ...counts, assetsInScope, assetsExcluded, dataFlows };
  return carriedOnTo ? { ...inventory, risks, actions, actionsOpen, ...NOTHING_LEFT } : inventory;
}

/** What still asks for something asks for it where the register is now. */
const NOTHING_LEFT = {
  risksToReview: 0,
  risksUnrated: 0,
  risksUndecided: 0,
  risksWithoutOwner: 0,
  risksUnplanned: 0,
  actionsOverdue: 0,
};

type Section = AssessmentView['sections'][number];

function sectionProgress(questionnaire: Questionnaire, given: AssessmentDetail['given']): Section[] {
  const progress = progressOf(questionnaire, new Map(Object.entries(given)));
  return questionnaire.sections.map(({ id, number, title }, place) => {
    const { answered, total, notAsked } = progress[place]!;
    return { id, number, title, answered, total, notAsked };
  });
}

function stepView(
  detail: AssessmentDetail & Pick<AssessmentView, 'counts'>,
  sections: Section[],
  checklist: AssessmentView['checklist'],
  actions: AssessmentAction[],
): AssessmentView['nextStep'] {
  const { counts } = detail;
  const step = nextStep({
    status: detail.status,
    isCarriedOn: detail.carriedOnTo !== null,
    isReturned: detail.returned !== null,
    scopeIsEmpty: detail.scope.trim() === '',
    unanswered: sum(sections, 'total') - sum(sections, 'answered'),
    ...counts,
    testsUnchecked: checklist.filter((test) => test.met !== true).length,
    mayApprove: actions.includes('approve'),
  });
  const { title, text, citation, href } = NEXT_STEP_WORDS[step];
  const { returned } = detail;
  const said = step === 'mend-returned' && returned ? `${returned.by.name}: “${returned.reason}” ` : '';
  const sectionId = sections.find((section) => section.answered < section.total)?.id ?? null;
  const nextId = detail.carriedOnTo?.id ?? null;
  return { title, text: said + text, citation, href: href({ id: detail.id, sectionId, nextId }) };
}

function sum(sections: Section[], field: 'answered' | 'total'): number {
  return sections.reduce((all, section) => all + section[field], 0);
}
