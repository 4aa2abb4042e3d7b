import type { ComponentType, ReactNode } from 'react';
import { explained } from '~/ui/text/explained';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  title: string;
  /** What belongs here, why the law wants it, and how to begin. */
  children: ReactNode;
  actions?: ReactNode;
}

/** An empty page is the best place to teach. */
export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {Icon && (
        <span className={styles.icon} aria-hidden>
          <Icon size={22} stroke={1.6} />
        </span>
      )}
      <p className={styles.title}>{title}</p>
      <div className={styles.text}>{explained(children)}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
