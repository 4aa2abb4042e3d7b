import { useEffect, useId, useMemo, useRef, type ReactNode } from 'react';
import { Form } from 'react-router';
import type { ApiProblem } from '~/api/problem';
import { t } from '~/messages';
import { useDraft } from '~/session/use-draft';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { DateText } from '~/ui/text/date-text';
import { CsrfField } from './csrf-field';
import { FieldErrorList } from './field-error-list';
import { FormContext } from './form-context';
import styles from './form.module.css';

/** What an action answers when the backend refused: see `refused()`. */
export interface RefusedForm {
  problem: ApiProblem;
  values: Record<string, string>;
}

interface AppFormProps {
  /** The action's data of this form, if the last save was refused. */
  refused?: RefusedForm | null;
  /** Names the form among a person's drafts, such as `asset:new` or the record's id; none means no draft. */
  draftKey?: string;
  action?: string;
  encType?: 'multipart/form-data';
  /** Told apart by the action when a page has several forms. */
  intent?: string;
  /** The version that the form shows, for If-Match. */
  version?: number;
  label?: string;
  /** The head of the panel that tells of a refusal. */
  refusedTitle?: string;
  children: ReactNode;
}

export function AppForm({
  refused,
  draftKey,
  action,
  encType,
  intent,
  version,
  label,
  refusedTitle,
  children,
}: AppFormProps) {
  const panel = useRef<HTMLDivElement>(null);
  const base = useId();
  const problem = refused?.problem;
  const { attach, restoredAt, discard } = useDraft(draftKey, Boolean(problem));

  useEffect(() => {
    if (!problem) return;
    const first = panel.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (first ?? panel.current)?.focus();
  }, [problem]);

  const state = useMemo(
    () => ({
      fieldErrors: problem?.fieldErrors ?? {},
      values: refused?.values ?? {},
      idOf: (name: string) => `${base}-${name}`,
    }),
    [problem, refused?.values, base],
  );

  return (
    <Form
      ref={attach}
      method="post"
      action={action}
      encType={encType}
      className={styles.form}
      aria-label={label}
      noValidate
    >
      <CsrfField />
      {intent && <input type="hidden" name="intent" value={intent} />}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {problem && (
        <div ref={panel} tabIndex={-1}>
          <ErrorPanel problem={problem} title={refusedTitle} changing>
            <FieldErrorList fieldErrors={state.fieldErrors} idOf={state.idOf} />
          </ErrorPanel>
        </div>
      )}
      {restoredAt && (
        <div className={styles.draft} role="status">
          <p>
            <DraftNote at={restoredAt} />
          </p>
          <button type="button" className={styles.quiet} onClick={discard}>
            {t('session.draftDiscard')}
          </button>
        </div>
      )}
      <FormContext value={state}>{children}</FormContext>
    </Form>
  );
}

function DraftNote({ at }: { at: string }) {
  const [before, after] = t('session.draftRestored', { time: '\u0000' }).split('\u0000');
  return (
    <>
      {before}
      <DateText at={at} time="only" />
      {after}
    </>
  );
}
