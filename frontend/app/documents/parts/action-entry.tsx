import { actionNumber } from '~/features/remediation/words';
import { riskNumber } from '~/features/risks/words';
import { t } from '~/messages';
import type { ReportAction, Scale } from '../assessment-report';
import { filled, label, labelled, note, small, strongLabel, title, type Part } from '../drawn/blocks';
import { DrawnEntry, ENTRY_WIDTH } from '../drawn/drawn-entry';
import { drawnEvidence } from '../drawn/drawn-evidence';
import { drawnFacts } from '../drawn/drawn-facts';
import { daysBetween } from '~/ui/text/date-text';
import { formatMoney } from '~/messages/formats';
import { day, moment } from '../format';
import { color } from '../look';
import { word } from '../words';
import { lowered, taught } from './action-effects';
import type { Fact } from './facts';

interface ActionEntryProps {
  action: ReportAction;
  /** Of the analysis: what its levels are called. */
  scale: Scale;
  timeZone: string;
  /** The day of the document, by which lateness is judged. */
  today: string;
}

/** One action with all that is known of it. */
export function ActionEntry({ action, scale, timeZone, today }: ActionEntryProps) {
  return (
    <DrawnEntry
      aside={filled(
        title(actionNumber(action.number), { ink: color.accent }),
        strongLabel(word('actionStatus', action.status)),
        isLate(action, today) &&
          strongLabel(t('documents.lateBy', { count: daysLate(action, today) }), { ink: color.bad }),
        isOverBudget(action) && strongLabel(t('remediation.overBudget'), { ink: color.bad }),
      )}
      parts={filled(
        aboutAction(action),
        drawnFacts(actionFacts(action, timeZone), 4, ENTRY_WIDTH),
        dueMoves(action, timeZone),
        lowered(action, scale, timeZone),
        milestones(action),
        taught(action),
        action.validationNote && labelled(t('documents.validationNote'), action.validationNote, { gap: 5 }),
        drawnEvidence(action.evidence, timeZone),
        !!action.noEvidenceReason && labelled(t('documents.noEvidence'), action.noEvidenceReason, { gap: 5 }),
        history(action, timeZone),
      )}
    />
  );
}

function aboutAction(action: ReportAction): Part[] {
  const { riskNumber: ofRisk, riskTitle, findingTitle, description, statusReason } = action;
  return filled(
    title(action.title),
    ofRisk !== null &&
      note(
        t('documents.forRisk', {
          number: riskNumber(ofRisk),
          title: riskTitle ?? '',
        }),
      ),
    findingTitle && note(t('documents.forFinding', { title: findingTitle })),
    description && small(description, { gap: 3 }),
    statusReason && small(`${t('documents.reason')}: ${statusReason}`, { gap: 3 }),
  );
}

export function isLate({ dueOn, status }: ReportAction, today: string): boolean {
  return dueOn !== null && dueOn < today && (status === 'planned' || status === 'in-progress');
}

/** Whole days behind its date; none where it is not late. */
export function daysLate(action: ReportAction, today: string): number {
  return isLate(action, today) ? daysBetween(action.dueOn!, today) : 0;
}

/** It cost more than was planned, once or in a year; what nobody planned for counts as nothing. */
export function isOverBudget(action: ReportAction): boolean {
  const { budgetCents, spentCents, yearlyBudgetCents, yearlySpentCents } = action;
  return (spentCents ?? 0) > (budgetCents ?? 0) || (yearlySpentCents ?? 0) > (yearlyBudgetCents ?? 0);
}

function actionFacts(action: ReportAction, timeZone: string): Fact[] {
  const waits = action.waitsFor ?? [];
  const money = (cents: number | null | undefined) => (typeof cents === 'number' ? formatMoney(cents) : null);
  const by = (person: string | null, date: string | null) =>
    person && date ? t('documents.byOn', { person, date }) : (person ?? date);
  return [
    [t('documents.owner'), action.ownerName ?? t('documents.noOwner')],
    [t('documents.due'), action.dueOn ? day(action.dueOn) : t('documents.noDue')],
    [t('documents.budget'), money(action.budgetCents)],
    [t('documents.spent'), money(action.spentCents)],
    [t('documents.yearlyBudget'), money(action.yearlyBudgetCents)],
    [t('documents.yearlySpent'), money(action.yearlySpentCents)],
    [t('documents.waitsFor'), waits.length > 0 ? waits.map(actionNumber).join(', ') : null],
    [t('documents.completed'), by(action.completedBy, action.completedOn && day(action.completedOn))],
    [
      t('documents.validated'),
      by(action.validatedBy, action.validatedAt && moment(action.validatedAt, timeZone)),
    ],
  ];
}

/** How the action came to its state, so that a reopened one does not look like a new one. */
function history({ history: steps }: ReportAction, timeZone: string): Part[] {
  if (steps.length === 0) return [];
  const line = ({
    from,
    to,
    by,
    at,
    note: remark,
    completedOn,
    noEvidenceReason,
  }: (typeof steps)[number]) => {
    const change = t('documents.changed', { from: word('actionStatus', from), to: word('actionStatus', to) });
    const who = t('documents.byOn', { person: by, date: moment(at, timeZone) });
    const without = noEvidenceReason && t('documents.withoutEvidence', { reason: noEvidenceReason });
    return [change, completedOn && t('documents.doneOn', { date: day(completedOn) }), who, remark, without]
      .filter(Boolean)
      .join('; ');
  };
  return [label(t('documents.history'), { gap: 5 }), ...steps.map((step) => note(line(step)))];
}

/** Each time that its date moved, and why. */
function dueMoves({ dueMoves: moves = [] }: ReportAction, timeZone: string): Part[] {
  if (moves.length === 0) return [];
  const line = ({ from, to, reason, by, at }: (typeof moves)[number]) => {
    const told = {
      from: day(from),
      reason,
      who: t('documents.byOn', { person: by, date: moment(at, timeZone) }),
    };
    return to ? t('documents.dueMovedTo', { ...told, to: day(to) }) : t('documents.dueTakenAway', told);
  };
  return [label(t('documents.dueMoves'), { gap: 5 }), ...moves.map((move) => note(line(move)))];
}

const DATE = 92;

function milestones({ milestones: steps }: ReportAction): Part[] {
  if (steps.length === 0) return [];
  const dates = (dueOn: string, doneOn: string | null) => [
    { width: DATE, parts: [small(t('documents.dueOn', { date: day(dueOn) }))] },
    {
      width: DATE,
      parts: [
        doneOn
          ? small(t('documents.doneOn', { date: day(doneOn) }))
          : small(t('documents.open'), { ink: color.faint }),
      ],
    },
  ];
  return [
    label(t('documents.milestones'), { gap: 5 }),
    ...steps.map(({ title: step, dueOn, doneOn }) => ({
      columns: [{ width: ENTRY_WIDTH - 2 * DATE, parts: [small(step)] }, ...dates(dueOn, doneOn)],
    })),
  ];
}
