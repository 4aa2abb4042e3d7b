import { useEffect, useId, useMemo, useRef, type ReactNode } from 'react';
import { Form } from 'react-router';
import type { ApiProblem } from '~/api/problem';
import { useDraft } from '~/session/use-draft';
import { ErrorPanel } from '~/ui/feedback/error-panel';
import { StaleWay } from '~/ui/feedback/stale-way';
import { CsrfField } from './csrf-field';
import { DraftNotice } from './draft-notice';
import { FieldErrorList } from './field-error-list';
import { FormContext } from './form-context';
import styles from './form.module.css';
import { useOwnAddress } from './use-own-address';
import { useSeenVersion } from './use-seen-version';

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
  /** For fields that stand outside of it, such as ticks in a table. */
  id?: string;
  /** Told apart by the action when a page has several forms. */
  intent?: string;
  /** The version that the form shows, for If-Match. */
  version?: number | string;
  label?: string;
  /** The head of the panel that tells of a refusal. */
  refusedTitle?: string;
  /** It asks for a yes and holds nothing that could be saved over something else. */
  confirming?: boolean;
  /** The answer showed what would happen, and saved nothing: what is in the form stays for the next press. */
  looking?: boolean;
  children: ReactNode;
}

export function AppForm({
  refused,
  draftKey,
  action,
  encType,
  id,
  intent,
  version,
  label,
  refusedTitle,
  confirming = false,
  looking = false,
  children,
}: AppFormProps) {
  const panel = useRef<HTMLDivElement>(null);
  const base = useId();
  const problem = refused?.problem;
  const ownAddress = useOwnAddress();
  const seen = useSeenVersion(version, refused);
  const { attach, restoredAt, discard } = useDraft(draftKey, Boolean(problem) || looking);

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
      id={id}
      method="post"
      action={action ?? ownAddress}
      encType={encType}
      className={styles.form}
      aria-label={label}
      onInput={version === undefined ? undefined : seen.pin}
      // After a refusal too: for an old version the way on begins with the present one.
      defaultShouldRevalidate={version === undefined ? undefined : true}
      noValidate
    >
      <CsrfField />
      {intent && <input type="hidden" name="intent" value={intent} />}
      {version !== undefined && <input type="hidden" name="version" value={seen.version} />}
      {problem && (
        <div ref={panel} tabIndex={-1}>
          <ErrorPanel problem={problem} title={refusedTitle} changing>
            <FieldErrorList fieldErrors={state.fieldErrors} idOf={state.idOf} />
            {problem.status === 412 && version !== undefined && <StaleWay confirming={confirming} />}
          </ErrorPanel>
        </div>
      )}
      <DraftNotice at={restoredAt} onDiscard={discard} />
      <FormContext value={state}>{children}</FormContext>
    </Form>
  );
}
