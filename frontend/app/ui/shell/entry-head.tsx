import type { ReactNode } from 'react';
import styles from './entry-frame.module.css';

/** The head of a page before signing in. */
export function EntryHead({ title, lead }: { title: string; lead: ReactNode }) {
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      <p className={styles.lead}>{lead}</p>
    </header>
  );
}

export function EntryNote({ children }: { children: ReactNode }) {
  return (
    <p className={styles.note} role="status">
      {children}
    </p>
  );
}

export function EntryGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Help that most people do not need: closed until somebody asks for it. */
export function EntryHelp({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.help}>
      <summary>{title}</summary>
      <p>{children}</p>
    </details>
  );
}
