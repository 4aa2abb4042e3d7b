import { appPage } from '../../../platform/http/app-page.js';
import { typedId } from '../../../platform/kernel/typed-id.js';
import { en } from '../../../platform/messages/en.js';
import type { MemberObligation } from '../../obligations/index.js';
import type { WorkItem } from '../my-work.schemas.js';
import type {
  AcceptanceRow,
  AssessmentRow,
  DoneRow,
  EndedAcceptanceRow,
  ProposedScaleRow,
  WorkRow,
} from '../persistence/work.queries.js';

const words = en.work;

/** Whether it waits too long depends on the day on which the desk is looked at. */
export type DeskItem = Omit<WorkItem, 'waitsLong'>;

const ANALYSIS = '45 CFR 164.308(a)(1)(ii)(A)';
const MANAGEMENT = '45 CFR 164.308(a)(1)(ii)(B)';

export function obligationItem(row: MemberObligation): DeskItem {
  return {
    id: typedId('obligation', row.id),
    kind: 'obligation',
    title: row.title,
    href: appPage(row.subjectType, row.subjectId),
    dueOn: row.dueOn,
    waitsSince: null,
    ownerName: row.unowned ? null : row.ownerName,
    citation: row.citation,
    reason: row.unowned ? words.unowned : words.ownObligation,
  };
}

export function ownActionItem(row: WorkRow): DeskItem {
  return actionItem(row, 'action', row.dueOn, words.ownAction);
}

export function lateActionItem(row: WorkRow): DeskItem {
  return actionItem(row, 'action', row.dueOn, words.lateAction);
}

/** To check, or waiting to be checked: who completed it does not validate it. */
export function doneActionItem(row: DoneRow): DeskItem {
  return actionItem(
    row,
    'validation',
    null,
    row.completedByMe || row.ownedByMe ? words.waitsForValidation : words.toValidate(row.personName ?? ''),
  );
}

export function assessmentItem(row: AssessmentRow): DeskItem {
  const isDraft = row.status === 'draft';
  return {
    id: typedId('assessment', row.id),
    kind: isDraft ? 'assessment' : 'approval',
    title: row.title,
    href: appPage('assessment', row.id),
    dueOn: null,
    waitsSince: row.sinceOn ?? null,
    ownerName: row.personName,
    citation: ANALYSIS,
    reason: isDraft
      ? words.draft(row.answers)
      : row.madeByMe
        ? words.waitsForApproval
        : words.toApprove(row.personName ?? ''),
  };
}

export function askedAcceptanceItem(row: AcceptanceRow): DeskItem {
  return acceptanceItem(row, row.askedByMe ? words.waitsForAcceptance : words.toAccept(row.personName ?? ''));
}

export function proposedScaleItem(row: ProposedScaleRow): DeskItem {
  return {
    id: typedId('scale', row.id),
    kind: 'scale',
    title: row.title,
    href: appPage('risk-scale', row.id),
    dueOn: null,
    waitsSince: row.sinceOn ?? null,
    ownerName: row.personName,
    citation: ANALYSIS,
    reason: row.proposedByMe ? words.waitsForAdoption : words.toAdopt(row.personName ?? ''),
  };
}

export function endedAcceptanceItem(row: EndedAcceptanceRow): DeskItem {
  return acceptanceItem(row, row.isStale ? words.acceptanceStale : words.acceptanceEnded);
}

function acceptanceItem(row: WorkRow, reason: string): DeskItem {
  return {
    id: typedId('risk', row.id),
    kind: 'acceptance',
    title: row.title,
    href: appPage('risk', row.id),
    dueOn: row.dueOn,
    waitsSince: row.sinceOn ?? null,
    ownerName: row.personName,
    citation: MANAGEMENT,
    reason,
  };
}

export function invitationItem(row: WorkRow): DeskItem {
  return {
    id: typedId('invitation', row.id),
    kind: 'invitation',
    title: words.invitation(row.title),
    href: appPage('invitation', row.id),
    dueOn: null,
    waitsSince: row.sinceOn ?? null,
    ownerName: row.personName,
    citation: null,
    reason: words.waitsForInvited,
  };
}

function actionItem(
  row: WorkRow,
  kind: 'action' | 'validation',
  dueOn: WorkRow['dueOn'],
  reason: string,
): DeskItem {
  return {
    id: typedId('action', row.id),
    kind,
    title: row.title,
    href: appPage('remediation-action', row.id),
    dueOn,
    waitsSince: row.sinceOn ?? null,
    ownerName: row.personName,
    citation: MANAGEMENT,
    reason,
  };
}
