import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { ReportAction } from '../assessment-report';
import { day, moment, money } from '../format';
import { color, type } from '../look';
import { word } from '../words';
import { EvidenceList } from './evidence-list';
import { Facts, type Fact } from './facts';

interface ActionEntryProps {
  action: ReportAction;
  timeZone: string;
  /** The day of the document, by which lateness is judged. */
  today: string;
}

/** One action with all that is known of it. */
export function ActionEntry({ action, timeZone, today }: ActionEntryProps) {
  const long =
    action.description.length + action.evidence.length * 200 + action.milestones.length * 80 > 1600;
  return (
    <View
      wrap={long}
      style={{ flexDirection: 'row', paddingVertical: 9, borderTop: `0.5 solid ${color.line}` }}
    >
      <View style={{ width: 82, paddingRight: 10 }}>
        <Text style={{ ...type.h3, color: color.accent }}>
          {t('documents.actionNumber', { number: action.number })}
        </Text>
        <Text style={{ ...type.label, ...type.strong, color: color.ink }}>
          {word('actionStatus', action.status)}
        </Text>
        {isLate(action, today) && (
          <Text style={{ ...type.label, ...type.strong, color: color.bad }}>{t('documents.overdue')}</Text>
        )}
      </View>
      <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
        <Text style={type.h3}>{action.title}</Text>
        {action.riskNumber !== null && (
          <Text style={type.note}>
            {t('documents.forRisk', {
              number: t('documents.riskNumber', { number: action.riskNumber }),
              title: action.riskTitle ?? '',
            })}
          </Text>
        )}
        {action.findingTitle && (
          <Text style={type.note}>{t('documents.forFinding', { title: action.findingTitle })}</Text>
        )}
        {action.description && <Text style={{ ...type.small, marginTop: 3 }}>{action.description}</Text>}
        {action.statusReason && (
          <Text
            style={{ ...type.small, marginTop: 3 }}
          >{`${t('documents.reason')}: ${action.statusReason}`}</Text>
        )}
        <View style={{ marginTop: 5 }}>
          <Facts facts={actionFacts(action, timeZone)} columns={4} />
        </View>
        <Milestones action={action} />
        {action.validationNote && (
          <Text style={{ ...type.small, marginTop: 5 }}>
            <Text style={{ color: color.faint }}>{`${t('documents.validationNote')}  `}</Text>
            {action.validationNote}
          </Text>
        )}
        <EvidenceList evidence={action.evidence} timeZone={timeZone} />
        <History history={action.history} timeZone={timeZone} />
      </View>
    </View>
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
    [t('documents.budget'), action.budgetCents === null ? null : money(action.budgetCents)],
    [t('documents.spent'), action.spentCents === null ? null : money(action.spentCents)],
    [t('documents.completed'), by(action.completedBy, action.completedOn && day(action.completedOn))],
    [
      t('documents.validated'),
      by(action.validatedBy, action.validatedAt && moment(action.validatedAt, timeZone)),
    ],
  ];
}

/** How the action came to its state, so that a reopened one does not look like a new one. */
function History({ history, timeZone }: { history: ReportAction['history']; timeZone: string }) {
  if (history.length === 0) return null;
  const line = ({ from, to, by, at, note, completedOn }: ReportAction['history'][number]) => {
    const change = t('documents.changed', { from: word('actionStatus', from), to: word('actionStatus', to) });
    const who = t('documents.byOn', { person: by, date: moment(at, timeZone) });
    return [change, completedOn && t('documents.doneOn', { date: day(completedOn) }), who, note]
      .filter(Boolean)
      .join('; ');
  };
  return (
    <Text style={{ ...type.note, marginTop: 5 }}>
      <Text style={{ color: color.faint }}>{t('documents.history')}</Text>
      {history.map((step) => `\n${line(step)}`)}
    </Text>
  );
}

function Milestones({ action: { milestones } }: { action: ReportAction }) {
  if (milestones.length === 0) return null;
  return (
    <View style={{ marginTop: 5 }}>
      <Text style={type.label}>{t('documents.milestones')}</Text>
      {milestones.map((milestone, index) => (
        <View key={index} style={{ flexDirection: 'row' }} wrap={false}>
          <Text style={{ ...type.small, flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: 8 }}>
            {milestone.title}
          </Text>
          <Text style={{ ...type.small, width: 92 }}>
            {t('documents.dueOn', { date: day(milestone.dueOn) })}
          </Text>
          <Text style={{ ...type.small, width: 92, color: milestone.doneOn ? color.ink : color.faint }}>
            {milestone.doneOn ? t('documents.doneOn', { date: day(milestone.doneOn) }) : t('documents.open')}
          </Text>
        </View>
      ))}
    </View>
  );
}
