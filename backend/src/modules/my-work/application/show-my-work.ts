import { Injectable } from '@nestjs/common';
import { currentContext, currentMember } from '../../../platform/context/request-context.js';
import { TenantDb, type ReadTx } from '../../../platform/database/tenant-db.js';
import { addDays, type CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { waitsLong } from '../../notices/index.js';
import { obligationsOfMember } from '../../obligations/index.js';
import type { FirstStepView, MyWork, WorkItem } from '../my-work.schemas.js';
import {
  askedAcceptances,
  doneActions,
  endedAcceptances,
  MOST,
  openAssessments,
  openInvitations,
  othersOverdue,
  ownActions,
  proposedScales,
  type Viewer,
} from '../persistence/work.queries.js';
import { FirstSteps } from './first-steps.js';
import { NextOrganizationStep } from './next-organization-step.js';
import {
  askedAcceptanceItem,
  assessmentItem,
  doneActionItem,
  endedAcceptanceItem,
  invitationItem,
  lateActionItem,
  obligationItem,
  ownActionItem,
  proposedScaleItem,
  type DeskItem,
} from './work-items.js';

/** What is further away than this is no work of today. */
const AHEAD_DAYS = 60;

/** The desk of the person who asks: what is overdue, what is theirs to do, and what they wait for. */
@Injectable()
export class ShowMyWork {
  constructor(
    private readonly db: TenantDb,
    private readonly nextStep: NextOrganizationStep,
    private readonly firstSteps: FirstSteps,
  ) {}

  execute(): Promise<MyWork> {
    return this.db.read(async (tx) => {
      const { mine, waiting } = await piles(tx);
      const firstSteps = await this.firstSteps.within(tx);
      const marked = (item: DeskItem): WorkItem => ({
        ...item,
        waitsLong: item.waitsSince !== null && waitsLong(item.waitsSince, tx.today),
      });
      const desk = mine.map(marked);
      desk.sort((one, other) => order(one, tx.today).localeCompare(order(other, tx.today)));
      const nextStep = earlyStep(firstSteps) ?? (await this.nextStep.within(tx)) ?? stepOf(desk[0]);
      const isLate = ({ dueOn }: WorkItem): boolean => dueOn !== null && dueOn < tx.today;
      return {
        overdue: desk.filter(isLate).slice(0, MOST),
        due: desk.filter((item) => !isLate(item)).slice(0, MOST),
        waiting: longestFirst(waiting.map(marked)).slice(0, MOST),
        nextStep,
        firstSteps,
      };
    });
  }
}

/** Until the first analysis has begun, its checklist says what is next: the page shall not say two things. */
function earlyStep(firstSteps: FirstStepView[] | null): MyWork['nextStep'] {
  const hasBegun = firstSteps?.some(({ id, state }) => id === 'begin' && state === 'done');
  const now = hasBegun ? undefined : firstSteps?.find(({ state }) => state === 'now');
  return now?.href ? { title: now.title, text: now.text, citation: now.citation, href: now.href } : null;
}

/** Where the organization is where it should be, or others take it on: what lies uppermost on one's own desk. */
function stepOf(item: WorkItem | undefined): MyWork['nextStep'] {
  return item ? { title: item.title, text: item.reason, citation: item.citation, href: item.href } : null;
}

/** One statement a block, each bounded. */
async function piles(tx: ReadTx): Promise<{ mine: DeskItem[]; waiting: DeskItem[] }> {
  const { memberId, role } = currentMember();
  const { permissions, timeZone } = currentContext();
  const viewer: Viewer = { memberId, timeZone };
  const mine: DeskItem[] = [];
  const waiting: DeskItem[] = [];
  const until: CalendarDate = addDays(tx.today, AHEAD_DAYS);
  const isOfficer = role === 'compliance-officer';
  const obligations = await obligationsOfMember(tx, { memberId, withUnowned: isOfficer, until, limit: MOST });
  const ended = await endedAcceptances(tx, memberId, permissions.has('risk:write'));
  const endedRisks = new Set(ended.map(({ id }) => id));
  // One's own actions come from the plan itself, dated or not; an approval that ended says more than that it was to end.
  mine.push(
    ...obligations
      .filter(
        ({ kind, unowned, subjectId }) =>
          (unowned || kind !== 'remediation-action.due') &&
          !(kind === 'risk-acceptance.end' && endedRisks.has(subjectId)),
      )
      .map(obligationItem),
  );
  mine.push(...(await ownActions(tx, memberId)).map(ownActionItem));
  const mayValidate = permissions.has('action:validate');
  for (const row of await doneActions(tx, viewer, mayValidate)) {
    const isMine = mayValidate && !row.completedByMe;
    (isMine ? mine : waiting).push(doneActionItem({ ...row, ownedByMe: row.ownedByMe && !isMine }));
  }
  for (const row of await openAssessments(tx, viewer, permissions.has('assessment:approve'))) {
    (row.status === 'draft' || !row.madeByMe ? mine : waiting).push(assessmentItem(row));
  }
  for (const row of await askedAcceptances(tx, viewer, permissions.has('risk:accept')))
    (row.askedByMe ? waiting : mine).push(askedAcceptanceItem(row));
  for (const row of await proposedScales(tx, viewer, permissions.has('scale:adopt')))
    (row.proposedByMe ? waiting : mine).push(proposedScaleItem(row));
  mine.push(...ended.map(endedAcceptanceItem));
  if (permissions.has('action:write'))
    waiting.push(...(await othersOverdue(tx, memberId)).map(lateActionItem));
  if (permissions.has('member:write')) waiting.push(...(await openInvitations(tx)).map(invitationItem));
  return { mine, waiting };
}

/** Others cannot go on before it is done. */
const WAITED_FOR: readonly WorkItem['kind'][] = ['approval', 'validation', 'acceptance', 'scale'];

/** What waits too long stands above what does not; else as it was. */
function longestFirst(items: WorkItem[]): WorkItem[] {
  return [...items.filter((item) => item.waitsLong), ...items.filter((item) => !item.waitsLong)];
}

/** Soonest first; what somebody waits for counts as due today, and what else has no date comes last. */
function order({ dueOn, kind, title, waitsLong: long }: WorkItem, today: CalendarDate): string {
  return `${long ? 0 : 1}|${dueOn ?? (WAITED_FOR.includes(kind) ? today : '9999-12-31')}|${title}`;
}
