import { Injectable } from '@nestjs/common';
import { declaredPermissions, ROLES, type Role } from '../../../platform/access/roles.js';
import type { Permission } from '../../../platform/access/route-access.js';
import { currentContext } from '../../../platform/context/request-context.js';
import type { ReadTx } from '../../../platform/database/tenant-db.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { answeredSoFar, firstSteps as WORDS } from '../../../platform/messages/en-first-steps.js';
import { Packs, progressOf, wholeProgress } from '../../compliance/index.js';
import { firstStepStates, type FirstStep } from '../domain/first-steps.js';
import type { FirstStepView } from '../my-work.schemas.js';
import { firstStepsOf, type FirstStepsRow } from '../persistence/first-steps.query.js';

const INVITE = '/settings/members#invite';

/** Whoever may do this takes the step. */
const TAKEN_BY: Record<FirstStep, Permission> = {
  sites: 'site:write',
  officer: 'member:write',
  'second-person': 'member:write',
  assets: 'asset:write',
  flows: 'data-flow:write',
  begin: 'assessment:write',
  answer: 'assessment:write',
  rate: 'risk:write',
  sign: 'assessment:approve',
};

/** The way of a young organization to its first signed analysis, for those who walk it. */
@Injectable()
export class FirstSteps {
  constructor(private readonly packs: Packs) {}

  async within(tx: ReadTx): Promise<FirstStepView[] | null> {
    const { permissions } = currentContext();
    if (!permissions.has('member:write') && !permissions.has('assessment:write')) return null;
    const row = await firstStepsOf(tx, rolesWith('assessment:approve'));
    if (!row) return null;
    const { latest } = row;
    const progress = latest ? await this.progress(latest) : { answered: 0, total: 0 };
    const states = firstStepStates({
      ...row,
      latest: latest && { ...latest, unanswered: progress.total - progress.answered },
    });
    return states.map(({ step, state }) => {
      const mayTake = permissions.has(TAKEN_BY[step]);
      return {
        id: step,
        state,
        title: WORDS[step].title,
        text: textOf(step, row, progress),
        citation: WORDS[step].citation,
        href: mayTake && state !== 'done' ? pageOf(step, latest) : null,
        takenBy: mayTake ? null : rolesWith(TAKEN_BY[step]).map((role) => ROLES[role])[0]!,
      };
    });
  }

  private async progress(latest: NonNullable<FirstStepsRow['latest']>): Promise<Progress> {
    const { questionnairePack, questionnaireVersion, given } = latest;
    const questionnaire = await this.packs.questionnaire(questionnairePack, questionnaireVersion);
    return wholeProgress(progressOf(questionnaire, new Map(Object.entries(given))));
  }
}

type Progress = ReturnType<typeof wholeProgress>;

function textOf(step: FirstStep, { kind, latest }: FirstStepsRow, { answered, total }: Progress): string {
  const { text } = WORDS[step];
  const words = typeof text === 'string' ? text : text[kind];
  return step === 'answer' && latest ? `${answeredSoFar(answered, total)} ${words}` : words;
}

/** Where the step is taken; null while the analysis that it is a part of has not begun. */
function pageOf(step: FirstStep, latest: FirstStepsRow['latest']): string | null {
  const id = latest && typedId('assessment', latest.id);
  const pages: Record<FirstStep, string | null> = {
    sites: '/settings/sites#new',
    officer: INVITE,
    'second-person': INVITE,
    assets: '/inventory/assets/new',
    flows: '/inventory/flows/new',
    begin: '/assessments/new',
    answer: id && `/assessments/${id}`,
    rate: id && (latest?.risks ? `/risks?assessmentId=${id}&level=unrated` : `/assessments/${id}/proposals`),
    sign: id && `/assessments/${id}/sign-off`,
  };
  return pages[step];
}

function rolesWith(permission: Permission): Role[] {
  return [...(declaredPermissions().get(permission)?.roles ?? [])];
}
