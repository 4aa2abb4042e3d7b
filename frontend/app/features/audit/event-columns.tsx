import type { Column } from '~/ui/table/data-table';
import { t } from '~/messages';
import { DateText } from '~/ui/text/date-text';
import { StatusBadge } from '~/ui/text/status-badge';
import { ChangedFields, EventDetails } from './event-details';
import { EventRecord, type AuditEvent } from './event-record';
import styles from './audit.module.css';
import { actionWords, outcomeWord, purposeWords } from './words';
import { who } from './who';

export function eventColumns(): Column<AuditEvent>[] {
  return [
    { key: 'at', header: t('audit.when'), nowrap: true, cell: ({ at }) => <DateText at={at} /> },
    { key: 'who', header: t('audit.who'), nowrap: true, cell: ({ actor }) => who(actor) },
    {
      key: 'what',
      header: t('audit.what'),
      cell: (event) => (
        <span className={styles.what}>
          <span>
            {actionWords(event.action)} {purposeWords(event.detail)}{' '}
            {event.outcome !== 'ok' && <StatusBadge tone="bad">{outcomeWord(event.outcome)}</StatusBadge>}
          </span>
          <ChangedFields fields={event.changedFields} />
        </span>
      ),
    },
    {
      key: 'record',
      header: t('audit.record'),
      cell: (event) => <EventRecord target={event.target} parent={event.parent} />,
    },
    {
      key: 'details',
      header: t('audit.details'),
      hideHeader: true,
      width: '16rem',
      cell: (event) => <EventDetails event={event} />,
    },
  ];
}
