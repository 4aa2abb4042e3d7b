import { Link } from 'react-router';
import { t } from '~/messages';
import { DateText, dayText } from '~/ui/text/date-text';
import { Facts } from '~/ui/text/section';
import { ActionMoney } from './action-money';
import type { Action } from './words';

export function ActionFacts({ action }: { action: Action }) {
  const { risk, finding } = action;
  const rows = [
    action.description ? { name: t('remediation.description'), value: action.description } : null,
    risk && {
      name: t('remediation.forRisk'),
      value: <Link to={`/risks/${risk.id}`}>{`R-${risk.number} ${risk.title}`}</Link>,
    },
    finding && {
      name: t('remediation.forWhat'),
      value: <Link to={`/assessments/${action.assessment.id}/findings`}>{finding.title}</Link>,
    },
    {
      name: t('remediation.assessment'),
      value: <Link to={`/assessments/${action.assessment.id}`}>{action.assessment.title}</Link>,
    },
    action.carried && {
      name: t('carried.fromLabel'),
      value: (
        <>
          <Link to={`/assessments/${action.carried.from.id}`}>{action.carried.from.title}</Link>,{' '}
          <DateText at={action.carried.at} time="none" />
        </>
      ),
    },
    { name: t('remediation.owner'), value: action.owner?.name ?? t('remediation.noOwner') },
    { name: t('remediation.due'), value: <DueOn action={action} /> },
    { name: t('remediation.money'), value: <ActionMoney action={action} /> },
    action.statusReason ? { name: t('remediation.statusReason'), value: action.statusReason } : null,
    action.completedBy && {
      name: t('remediation.completedBy'),
      value: (
        <>
          {action.completedBy.name}, <DateText on={action.completedOn} />
        </>
      ),
    },
    action.noEvidenceReason ? { name: t('remediation.noEvidence'), value: action.noEvidenceReason } : null,
    action.validatedBy && {
      name: t('remediation.validatedBy'),
      value: (
        <>
          {action.validatedBy.name}, <DateText at={action.validatedAt} />
        </>
      ),
    },
    action.validationNote ? { name: t('remediation.validationNote'), value: action.validationNote } : null,
  ];
  return <Facts rows={rows.filter((row) => row !== null)} />;
}

/** The date that stands, and the one that was promised first. */
function DueOn({ action: { dueOn, dueMoves } }: { action: Action }) {
  const first = dueMoves[0]?.from;
  return (
    <>
      <DateText on={dueOn} />
      {first && ` (${t('remediation.firstDue', { date: dayText(first) })})`}
    </>
  );
}
