import type { ReactNode } from 'react';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import styles from './action-effects.module.css';

interface RelateFormProps {
  /** What it does, on the line that opens it. */
  label: string;
  intent: string;
  version: number;
  submit: string;
  refused: RefusedForm | null;
  children: ReactNode;
}

/** Names one more record that belongs to the action; folded away until somebody asks for it. */
export function RelateForm({ label, intent, version, submit, refused, children }: RelateFormProps) {
  return (
    <details className={styles.add} open={Boolean(refused)}>
      <summary>{label}</summary>
      <AppForm refused={refused} intent={intent} version={version} label={label}>
        {children}
        <FormActions>
          <SubmitButton size="xs">{submit}</SubmitButton>
        </FormActions>
      </AppForm>
    </details>
  );
}
