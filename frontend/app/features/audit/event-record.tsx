import { Link } from 'react-router';
import type { ItemOf } from '~/api/reply';
import styles from './audit.module.css';
import { recordAddress } from './record-address';
import { typeWord } from './words';

export type AuditEvent = ItemOf<'/api/v1/audit-events'>;
type RecordOfEvent = AuditEvent['target'];

/** The record that an event is about, by its name of today, below the record that it is a part of. */
export function EventRecord({ target, parent }: { target: RecordOfEvent; parent: RecordOfEvent | null }) {
  return (
    <span className={styles.record}>
      <RecordName record={target} />
      {parent && <RecordName record={parent} quiet />}
    </span>
  );
}

export function RecordName({ record, quiet = false }: { record: RecordOfEvent; quiet?: boolean }) {
  const to = recordAddress(record);
  const name = record.label ?? typeWord(record.type);
  const text = to ? <Link to={to}>{name}</Link> : <span>{name}</span>;
  return <span className={quiet ? styles.quiet : undefined}>{text}</span>;
}
