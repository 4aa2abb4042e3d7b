import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useActionData, useNavigation } from 'react-router';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { useHydrated } from '~/ui/theme/use-hydrated';
import { Dialog, DialogActions } from './dialog';
import styles from './confirm-dialog.module.css';

type Fields = Record<string, string | number>;

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
  /** Hidden fields: what the page's action does, and to which record. */
  fields?: Fields;
  /** Hidden fields, too: the state that the question was asked about. After a refusal for an old one it is newer. */
  seen?: Fields;
  /** Further inputs, such as a reason that is kept with the decision. */
  children?: ReactNode;
}

/**
 * For steps that cannot be taken back. It stays open until the answer is there: a refusal is shown where the words
 * were typed, and they stay. Without JavaScript the question opens in place.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { label, title, consequence, tone = 'plain', variant = 'default', size = 'sm', fields = {} } = props;
  const refused = useRefusal(fields);
  const [open, setOpen] = useState(false);
  const sending = useSending(fields, () => setOpen(false));
  const hydrated = useHydrated();
  const color = tone === 'danger' ? 'red' : undefined;

  if (!hydrated) {
    return (
      <details className={styles.plain} open={Boolean(refused)}>
        <summary>{label}</summary>
        <div className={styles.question}>{consequence}</div>
        <ConfirmForm {...props} refused={refused} />
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
        <ConfirmForm {...props} refused={refused} sending={sending} onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

/** What the page's action refused, if it was this very question: its hidden fields tell it from the others. */
function useRefusal(fields: Fields): RefusedForm | null {
  const answer = useActionData<RefusedForm | undefined>();
  if (!answer?.problem) return null;
  return matches(fields, (name) => answer.values[name]) ? answer : null;
}

/** True while this question is on its way; `onDone` once it was taken. */
function useSending(fields: Fields, onDone: () => void): boolean {
  const { state, formData } = useNavigation();
  const refused = useRefusal(fields);
  const sent = useRef(false);
  const sending = state !== 'idle' && Boolean(formData) && matches(fields, (name) => formData?.get(name));
  useEffect(() => {
    if (sending) sent.current = true;
    if (sending || !sent.current) return;
    sent.current = false;
    if (!refused) onDone();
  });
  return sending;
}

/** The version is left out: after a refusal for an old one, the page shows a newer one. */
function matches(fields: Fields, valueOf: (name: string) => unknown): boolean {
  return Object.entries(fields).every(
    ([name, value]) => name === 'version' || valueOf(name) === String(value),
  );
}

interface ConfirmFormProps extends ConfirmDialogProps {
  refused: RefusedForm | null;
  sending?: boolean;
  onCancel?: () => void;
}

function ConfirmForm(props: ConfirmFormProps) {
  const { fields = {}, seen = {}, confirmLabel, tone, children, refused, sending = false, onCancel } = props;
  const { version, ...others } = fields;
  return (
    <AppForm refused={refused} version={version} confirming>
      {Object.entries({ ...others, ...seen }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <DialogActions>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('actions.cancel')}
          </Button>
        )}
        <Button type="submit" color={tone === 'danger' ? 'red' : undefined} loading={sending}>
          {confirmLabel}
        </Button>
      </DialogActions>
    </AppForm>
  );
}
