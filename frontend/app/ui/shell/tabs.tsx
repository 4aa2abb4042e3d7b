import type { ReactNode } from 'react';
import styles from './tabs.module.css';

/** Sibling pages of one subject, as links: each has its own address. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {children}
    </nav>
  );
}
