import { Link } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { useSession } from '~/session/session';
import { DataTable, type Column } from '~/ui/table/data-table';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import { LevelTag } from './level-tag';
import styles from './trend-table.module.css';
import { riskNumber, treatmentWord } from './words';

type TopRisk = Reply<'/api/v1/risks/trend', 'get'>['topRisks'][number];

/** The highest open risks, each with who sees to it and what comes next. */
export function TopRisks({ risks }: { risks: TopRisk[] }) {
  return (
    <DataTable
      plain
      caption={t('trend.topTitle')}
      columns={columns()}
      rows={risks}
      rowKey={({ id }) => id}
      empty={<p>{t('trend.topEmpty')}</p>}
    />
  );
}

function columns(): Column<TopRisk>[] {
  return [
    {
      key: 'risk',
      header: t('risks.risk'),
      cell: ({ id, number, title }) => (
        <>
          <span className={styles.soft}>{riskNumber(number)}</span> <Link to={`/risks/${id}`}>{title}</Link>
        </>
      ),
    },
    {
      key: 'inherent',
      header: t('risks.inherent'),
      cell: ({ inherentLevel }) => <LevelTag level={inherentLevel} />,
    },
    {
      key: 'residual',
      header: t('risks.residual'),
      cell: ({ residualLevel }) => <LevelTag level={residualLevel} />,
    },
    {
      key: 'treatment',
      header: t('risks.treatment'),
      cell: ({ treatment }) => (treatment ? treatmentWord(treatment) : t('risks.undecided')),
    },
    { key: 'owner', header: t('risks.owner'), cell: ({ owner }) => owner?.name ?? t('risks.noOwner') },
    { key: 'next', header: t('trend.nextAction'), cell: ({ nextAction }) => <Next action={nextAction} /> },
  ];
}

function Next({ action }: { action: TopRisk['nextAction'] }) {
  const { today } = useSession();
  if (!action) return <span className={styles.soft}>{t('trend.noAction')}</span>;
  return (
    <span className={styles.when}>
      <Link to={`/plan/${action.id}`}>{action.title}</Link>
      <span className={styles.soft}>
        {action.status === 'done' ? (
          t('remediation.awaiting')
        ) : (
          <DateText on={action.dueOn} empty={t('trend.noDue')} />
        )}
      </span>
      {action.status !== 'done' && action.dueOn !== null && action.dueOn < today && (
        <span>
          <StatusBadge tone="bad">{t('work.overdue')}</StatusBadge>
        </span>
      )}
    </span>
  );
}
