import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Form } from 'react-router';
import { t } from '~/messages';
import { CsrfField } from '~/ui/form/csrf-field';
import { useHydrated } from '~/ui/theme/use-hydrated';
import { Dialog, DialogActions } from './dialog';
import styles from './confirm-dialog.module.css';

interface ConfirmDialogProps {
  /** The words on the button that asks. */
  label: string;
  title: string;
  /** What follows from it, in plain words: the reason for asking at all. */
  consequence: ReactNode;
  confirmLabel: string;
  tone?: 'danger' | 'plain';
  variant?: 'default' | 'filled' | 'subtle' | 'light';
  size?: 'xs' | 'sm';
  /** Where the form posts to; the present route when absent. */
  action?: string;
  fields?: Record<string, string | number>;
  /** Further inputs, such as a reason that is kept with the decision. */
  children?: ReactNode;
}

/** For steps that cannot be taken back. Without JavaScript the question opens in place. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { label, title, consequence, tone = 'plain', variant = 'default', size = 'sm' } = props;
  const [open, setOpen] = useState(false);
  const hydrated = useHydrated();
  const color = tone === 'danger' ? 'red' : undefined;

  if (!hydrated) {
    return (
      <details className={styles.plain}>
        <summary>{label}</summary>
        <div className={styles.question}>{consequence}</div>
        <ConfirmForm {...props} />
      </details>
    );
  }
  return (
    <>
      <Button variant={variant} size={size} color={color} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} role="alertdialog">
        <div className={styles.question}>{consequence}</div>
        <ConfirmForm {...props} onCancel={() => setOpen(false)} onSubmit={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ConfirmForm(props: ConfirmDialogProps & { onCancel?: () => void; onSubmit?: () => void }) {
  const { action, fields = {}, confirmLabel, tone, children, onCancel, onSubmit } = props;
  return (
    <Form method="post" action={action} onSubmit={onSubmit} className={styles.form}>
      <CsrfField />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <DialogActions>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('actions.cancel')}
          </Button>
        )}
        <Button type="submit" color={tone === 'danger' ? 'red' : undefined}>
          {confirmLabel}
        </Button>
      </DialogActions>
    </Form>
  );
}
