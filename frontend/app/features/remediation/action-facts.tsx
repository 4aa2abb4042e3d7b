import { Link } from 'react-router';
import { t } from '~/messages';
import { DateText } from '~/ui/text/date-text';
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
    { name: t('remediation.owner'), value: action.owner?.name ?? t('remediation.noOwner') },
    { name: t('remediation.due'), value: <DateText on={action.dueOn} /> },
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
