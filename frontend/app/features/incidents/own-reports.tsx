import { IconUrgent } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { EmptyState } from '~/ui/feedback/empty-state';
import { DateText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import { StateBadge } from './incident-badges';
import styles from './incidents.module.css';

type Receipts = Reply<'/api/v1/incidents/mine', 'get'>['items'];

/** What one reported oneself, and how far it is. */
export function OwnReports({ reports }: { reports: Receipts }) {
  return (
    <Section title={t('incidents.mineTitle')} lead={t('incidents.mineLead')}>
      {reports.length === 0 ? (
        <EmptyState icon={IconUrgent} title={t('incidents.emptyTitle')}>
          {t('incidents.emptyText')}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {reports.map(({ id, number, title, state, reportedAt, opens }) => (
            <li key={id} className={styles.line}>
              <span className={styles.named}>
                {opens ? (
                  <Link to={`/incidents/${id}`}>{name(number, title)}</Link>
                ) : (
                  <span>{name(number, title)}</span>
                )}
                <span className={styles.quiet}>
                  <DateText at={reportedAt} />
                </span>
              </span>
              <StateBadge state={state} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function name(number: number, title: string): string {
  return `${t('incidents.number', { number })} ${title}`;
}
