import { useEffect, useId, useMemo, useRef, type ReactNode } from 'react';
import { Form, useNavigation } from 'react-router';
import type { ApiProblem } from '~/api/problem';
import { t } from '~/messages';
import { useDraft } from '~/session/use-draft';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { DateText } from '~/ui/text/date-text';
import { CsrfField } from './csrf-field';
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
  children: ReactNode;
}

export function AppForm({ refused, draftKey, action, encType, intent, version, label, children }: AppFormProps) {
  const ref = useRef<HTMLFormElement>(null);
  const base = useId();
  const problem = refused?.problem;
  const draft = useDraft(ref, draftKey, Boolean(problem));
  useResetAfterSuccess(ref, Boolean(problem));

  useEffect(() => {
    if (!problem) return;
    const first = ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (first ?? ref.current?.querySelector<HTMLElement>('[data-problem]'))?.focus();
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
    <Form ref={ref} method="post" action={action} encType={encType} className={styles.form} aria-label={label} noValidate>
      <CsrfField />
      {intent && <input type="hidden" name="intent" value={intent} />}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {problem && (
        <div data-problem tabIndex={-1}>
          <ErrorPanel problem={problem} changing>
            <FieldErrorList fieldErrors={state.fieldErrors} idOf={state.idOf} />
          </ErrorPanel>
        </div>
      )}
      {draft.restoredAt && (
        <div className={styles.draft} role="status">
          <p>
            <DraftNote at={draft.restoredAt} />
          </p>
          <button type="button" className={styles.quiet} onClick={draft.discard}>
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

function FieldErrorList({ fieldErrors, idOf }: { fieldErrors: Record<string, string[]>; idOf: (name: string) => string }) {
  const rows = Object.entries(fieldErrors);
  if (rows.length === 0) return null;
  return (
    <ul className={styles.errors} aria-label={t('errors.fieldSummary', { count: rows.length })}>
      {rows.map(([name, messages]) => (
        <li key={name}>
          <a href={`#${idOf(name)}`}>{messages.join(' ')}</a>
        </li>
      ))}
    </ul>
  );
}

/** A form that stays on its page starts empty again once its words were saved. */
function useResetAfterSuccess(ref: React.RefObject<HTMLFormElement | null>, hasProblem: boolean) {
  const { state } = useNavigation();
  const submitted = useRef(false);
  useEffect(() => {
    const form = ref.current;
    const mark = () => (submitted.current = true);
    form?.addEventListener('submit', mark);
    return () => form?.removeEventListener('submit', mark);
  }, [ref]);
  useEffect(() => {
    if (state !== 'idle' || !submitted.current) return;
    submitted.current = false;
    if (!hasProblem) ref.current?.reset();
  }, [state, hasProblem, ref]);
}
