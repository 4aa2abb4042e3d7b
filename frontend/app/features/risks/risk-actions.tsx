import { Link } from 'react-router';
import { ACTION_TONE, actionStatusWord } from '~/features/remediation/words';
import { t } from '~/messages';
import { DataTable, type Column } from '~/ui/table/data-table';
import { ButtonLink } from '~/ui/text/button-link';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { StatusBadge } from '~/ui/text/status-badge';
import { LevelTag } from './level-tag';
import styles from './risk-actions.module.css';
import type { Risk } from './words';

type RiskAction = Risk['actions'][number];

export function RiskActions({ risk }: { risk: Risk }) {
  const mayPlan = risk.allowedActions.includes('plan');
  return (
    <Section
      flush
      title={t('risks.actionsTitle')}
      actions={
        mayPlan && (
          <ButtonLink to={`/plan/new?riskId=${risk.id}`} variant="default" size="xs">
            {t('risks.planAction')}
          </ButtonLink>
        )
      }
    >
      <DataTable
        plain
        caption={t('risks.actionsTitle')}
        columns={columns()}
        rows={risk.actions}
        rowKey={({ id }) => id}
        empty={<p className={styles.empty}>{t('risks.actionsEmpty')}</p>}
      />
    </Section>
  );
}

function columns(): Column<RiskAction>[] {
  return [
    {
      key: 'title',
      header: t('remediation.action'),
      cell: ({ id, number, title }) => <Link to={`/plan/${id}`}>{`A-${number} ${title}`}</Link>,
    },
    {
      key: 'expected',
      header: t('effects.expected'),
      nowrap: true,
      cell: ({ expected }) => (expected ? <LevelTag level={expected.level} /> : t('effects.notSaid')),
    },
    { key: 'owner', header: t('risks.owner'), cell: ({ owner }) => owner?.name ?? t('risks.noOwner') },
    { key: 'due', header: t('remediation.due'), nowrap: true, cell: ({ dueOn }) => <DateText on={dueOn} /> },
    {
      key: 'status',
      header: t('risks.status'),
      nowrap: true,
      cell: ({ status }) => <StatusBadge tone={ACTION_TONE[status]}>{actionStatusWord(status)}</StatusBadge>,
    },
  ];
}
