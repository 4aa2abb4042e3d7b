import { actionNumber } from '~/features/remediation/words';
import { riskNumber } from '~/features/risks/words';
import { t } from '~/messages';
import type { ReportAction } from '../assessment-report';
import { filled, label, labelled, note, small, strongLabel, title, type Part } from '../drawn/blocks';
import { DrawnEntry, ENTRY_WIDTH } from '../drawn/drawn-entry';
import { drawnEvidence } from '../drawn/drawn-evidence';
import { drawnFacts } from '../drawn/drawn-facts';
import { formatMoney } from '~/messages/formats';
import { day, moment } from '../format';
import { color } from '../look';
import { word } from '../words';
import type { Fact } from './facts';

interface ActionEntryProps {
  action: ReportAction;
  timeZone: string;
  /** The day of the document, by which lateness is judged. */
  today: string;
}

/** One action with all that is known of it. */
export function ActionEntry({ action, timeZone, today }: ActionEntryProps) {
  return (
    <DrawnEntry
      aside={filled(
        title(actionNumber(action.number), { ink: color.accent }),
        strongLabel(word('actionStatus', action.status)),
        isLate(action, today) && strongLabel(t('remediation.overdue'), { ink: color.bad }),
      )}
      parts={filled(
        aboutAction(action),
        drawnFacts(actionFacts(action, timeZone), 4, ENTRY_WIDTH),
        milestones(action),
        action.validationNote && labelled(t('documents.validationNote'), action.validationNote, { gap: 5 }),
        drawnEvidence(action.evidence, timeZone),
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

function actionFacts(action: ReportAction, timeZone: string): Fact[] {
  const by = (person: string | null, date: string | null) =>
    person && date ? t('documents.byOn', { person, date }) : (person ?? date);
  return [
    [t('documents.owner'), action.ownerName ?? t('documents.noOwner')],
    [t('documents.due'), action.dueOn ? day(action.dueOn) : t('documents.noDue')],
    [t('documents.budget'), action.budgetCents === null ? null : formatMoney(action.budgetCents)],
    [t('documents.spent'), action.spentCents === null ? null : formatMoney(action.spentCents)],
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
  const line = ({ from, to, by, at, note: remark, completedOn }: (typeof steps)[number]) => {
    const change = t('documents.changed', { from: word('actionStatus', from), to: word('actionStatus', to) });
    const who = t('documents.byOn', { person: by, date: moment(at, timeZone) });
    return [change, completedOn && t('documents.doneOn', { date: day(completedOn) }), who, remark]
      .filter(Boolean)
      .join('; ');
  };
  return [label(t('documents.history'), { gap: 5 }), ...steps.map((step) => note(line(step)))];
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
