import { t } from '~/messages';
import { Facts } from '~/ui/text/section';
import type { AuditEvent } from './event-record';
import styles from './audit.module.css';
import { fieldWords } from './words';

/** What an auditor may want of one entry, folded away for everybody else. */
export function EventDetails({ event }: { event: AuditEvent }) {
  const rows = [
    { name: t('audit.code'), value: <code>{event.action}</code> },
    { name: t('audit.number'), value: event.position ?? t('audit.numberPending') },
    { name: t('audit.reason'), value: event.reasonCode },
    { name: t('audit.address'), value: event.ip },
    { name: t('audit.request'), value: event.requestId && <code>{event.requestId}</code> },
    ...Object.entries(event.detail)
      .filter(isTelling)
      .map(([name, value]) => ({ name: fieldWords(name), value: plain(value) })),
  ];
  return (
    <details className={styles.details}>
      <summary>{t('audit.details')}</summary>
      <Facts rows={rows.filter(({ value }) => value !== null && value !== '')} />
    </details>
  );
}

/** That a count went to its end is only told where it did not. */
function isTelling([name, value]: [string, unknown]): boolean {
  return name !== 'totalIsCapped' || value === true;
}

export function ChangedFields({ fields }: { fields: readonly string[] }) {
  if (fields.length === 0) return null;
  return (
    <span className={styles.quiet}>
      {t('audit.changed', { fields: fields.map((field) => fieldWords(field)).join(', ') })}
    </span>
  );
}

function plain(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object' && !Array.isArray(value)) {
    const parts = Object.entries(value).map(([name, part]) => `${fieldWords(name)}: ${plain(part) ?? ''}`);
    return parts.join('; ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
