import { Link } from 'react-router';
import { t } from '~/messages';
import { useCan } from '~/session/session';
import { Timeline } from '~/ui/records/timeline';
import { Section } from '~/ui/text/section';
import styles from './audit.module.css';
import { ChangedFields } from './event-details';
import { RecordName } from './event-record';
import type { History } from './read-history.server';
import { actionWords, purposeWords } from './words';
import { who } from './who';

interface RecordHistoryProps {
  /** The id of the record on whose page this stands: its own name is not said again. */
  recordId: string;
  history: History | null;
}

/** Who did what to this record and its parts, the newest first. */
export function RecordHistory({ recordId, history }: RecordHistoryProps) {
  const seesAll = useCan('audit:read');
  return (
    <Section id="history" title={t('audit.history')} lead={t('audit.historyLead')}>
      {history ? (
        <Timeline
          label={t('audit.history')}
          entries={history.items.map((event) => entryOf(event, recordId))}
        />
      ) : (
        <p role="status">{t('audit.historyMissing')}</p>
      )}
      <div className={styles.links}>
        {history?.isLaterPage && <Link to="?#history">{t('audit.newest')}</Link>}
        {history?.nextCursor && <Link to={`?history=${history.nextCursor}#history`}>{t('audit.older')}</Link>}
        {seesAll && <Link to={`/audit?targetId=${recordId}`}>{t('audit.whole')}</Link>}
      </div>
    </Section>
  );
}

function entryOf(event: History['items'][number], recordId: string) {
  const isPart = event.target.id !== recordId && event.target.label !== null;
  return {
    id: event.id,
    at: event.at,
    who: who(event.actor),
    what: (
      <>
        {actionWords(event.action)}
        {isPart && (
          <>
            {' '}
            <RecordName record={event.target} />
          </>
        )}{' '}
        {purposeWords(event.detail)}
      </>
    ),
    note: event.changedFields.length > 0 ? <ChangedFields fields={event.changedFields} /> : undefined,
    tone: event.outcome === 'ok' ? ('plain' as const) : ('bad' as const),
  };
}
