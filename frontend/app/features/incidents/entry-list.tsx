import { Link } from 'react-router';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { TextAreaField } from '~/ui/form/fields';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import type { Entry } from './incident-words';
import styles from './incidents.module.css';

/** Written down more than this after it happened, both times are shown. */
const LATER_MS = 10 * 60 * 1000;

interface EntryListProps {
  entries: Entry[];
  nextCursor: string | null;
  mayRelease: boolean;
}

/** The log, the latest first. */
export function EntryList({ entries, nextCursor, mayRelease }: EntryListProps) {
  return (
    <>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.id} className={entry.lane === 'counsel' ? styles.counsel : undefined}>
            <EntryLine entry={entry} mayRelease={mayRelease} />
          </li>
        ))}
      </ul>
      {nextCursor && (
        <p>
          <Link to={`?cursor=${encodeURIComponent(nextCursor)}`}>{t('incidents.olderEntries')}</Link>
        </p>
      )}
    </>
  );
}

function EntryLine({ entry, mayRelease }: { entry: Entry; mayRelease: boolean }) {
  const { kind, lane, words, happenedAt, writtenAt, writtenBy, released } = entry;
  const later = Date.parse(writtenAt) - Date.parse(happenedAt) > LATER_MS;
  return (
    <div className={styles.entry}>
      <div className={styles.entryHead}>
        <strong>{t(`incidents.entryKind_${kind}`)}</strong>
        <DateText at={happenedAt} />
        <span>{writtenBy?.name ?? t('incidents.byProduct')}</span>
        {later && (
          <span>
            {t('incidents.entryWrittenLater')} <DateText at={writtenAt} />
          </span>
        )}
        {lane === 'counsel' && <StatusBadge tone="warn">{t('incidents.laneCounsel')}</StatusBadge>}
      </div>
      <span className={styles.prose}>{words}</span>
      {released && (
        <span className={styles.quiet}>
          {t('incidents.released', { name: released.by.name, reason: released.reason })}
        </span>
      )}
      {lane === 'counsel' && !released && mayRelease && (
        <div>
          <ConfirmDialog
            label={t('incidents.release')}
            title={t('incidents.releaseTitle')}
            consequence={t('incidents.releaseConsequence')}
            confirmLabel={t('incidents.release')}
            size="xs"
            fields={{ intent: 'release', entryId: entry.id }}
          >
            <TextAreaField
              name="reason"
              label={t('incidents.releaseReason')}
              rows={2}
              maxLength={2_000}
              required
            />
          </ConfirmDialog>
        </div>
      )}
    </div>
  );
}
