import { Button, type ButtonProps } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { useNavigation } from 'react-router';
import { t } from '~/messages';
import styles from './form.module.css';

/** Fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}

interface SubmitButtonProps extends ButtonProps {
  name?: string;
  value?: string;
  busyLabel?: string;
  children: ReactNode;
}

/** While a save is under way a second press does nothing; the button keeps its focus. */
export function SubmitButton({ children, busyLabel = t('actions.saving'), ...props }: SubmitButtonProps) {
  const { state, formMethod } = useNavigation();
  const busy = state === 'submitting' && formMethod === 'POST';
  const onClick = (event: MouseEvent) => busy && event.preventDefault();
  return (
    <Button type="submit" aria-disabled={busy || undefined} onClick={onClick} {...props}>
      {busy ? busyLabel : children}
    </Button>
  );
}
