import { useId, type ReactNode } from 'react';
import { explained } from './explained';
import styles from './section.module.css';

interface SectionProps {
  title?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  id?: string;
  /** Without padding, for tables that reach the edges. */
  flush?: boolean;
  children?: ReactNode;
}

/** A part of a page on its own sheet. */
export function Section({ title, lead, actions, id, flush = false, children }: SectionProps) {
  const headingId = useId();
  return (
    <section id={id} className={styles.section} aria-labelledby={title ? headingId : undefined}>
      {(title || actions) && (
        <div className={styles.head}>
          <div>
            {title && <h2 id={headingId}>{title}</h2>}
            {lead && <p className={styles.lead}>{explained(lead)}</p>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
      {children && <div className={flush ? styles.flush : styles.body}>{children}</div>}
    </section>
  );
}

/** Sections one under the other. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}

/** Facts of a record: names at the left, values at the right, under each other on a phone. */
export function Facts({ rows }: { rows: { name: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {rows.map((row, index) => (
        <div key={index}>
          <dt>{row.name}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
