import { Button, type ButtonProps } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { useNavigation } from 'react-router';
import { t } from '~/messages';
import styles from './form.module.css';

/** Fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

/** `sticky`: of a form of several screens, the buttons stay in sight at the foot of the window. */
export function FormActions({ children, sticky = false }: { children: ReactNode; sticky?: boolean }) {
  return (
    <div className={styles.actions} data-sticky={sticky || undefined}>
      {children}
    </div>
  );
}

interface SubmitButtonProps extends ButtonProps {
  name?: string;
  value?: string;
  busyLabel?: string;
  children: ReactNode;
}

/** While a save is under way, and until the page shows what came of it, a second press does nothing; the button keeps its focus. */
export function SubmitButton({ children, busyLabel = t('actions.saving'), ...props }: SubmitButtonProps) {
  const { state, formMethod } = useNavigation();
  const busy = state !== 'idle' && formMethod === 'POST';
  const onClick = (event: MouseEvent) => busy && event.preventDefault();
  return (
    <Button type="submit" aria-disabled={busy || undefined} onClick={onClick} {...props}>
      {busy ? busyLabel : children}
    </Button>
  );
}
