import { useCallback, useEffect, useRef, useState, type RefCallback } from 'react';
import { useLocation, useNavigation } from 'react-router';
import { draftKey, forgetDraft, keepDraft, readDraft, restoreDraft } from './drafts';
import { useOptionalSession } from './session';

const QUIET_MS = 300;

interface DraftState {
  attach: RefCallback<HTMLFormElement>;
  /** When the restored draft was typed; null when nothing was brought back. */
  restoredAt: string | null;
  discard: () => void;
}

/** Keeps what is typed into a form and brings it back after a time-out; saving clears it and empties the form. */
export function useDraft(formKey: string | undefined, hasProblem: boolean): DraftState {
  const personId = useOptionalSession()?.person.id;
  const key = formKey && personId ? draftKey(personId, formKey) : undefined;
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const element = useRef<HTMLFormElement | null>(null);
  const submitted = useRef(false);
  const { state } = useNavigation();
  // Each answer to a post is a place of its own in the history, even where the page stays the same.
  const { key: place } = useLocation();

  const attach = useCallback(
    (form: HTMLFormElement) => {
      element.current = form;
      const draft = key ? readDraft(key) : null;
      if (draft && restoreDraft(form, draft)) setRestoredAt(draft.at);

      let timer: ReturnType<typeof setTimeout> | undefined;
      const onInput = () => {
        clearTimeout(timer);
        if (key) timer = setTimeout(() => keepDraft(key, form), QUIET_MS);
      };
      const onSubmit = () => {
        clearTimeout(timer);
        if (key) keepDraft(key, form);
        submitted.current = true;
      };
      form.addEventListener('input', onInput);
      form.addEventListener('submit', onSubmit);
      return () => {
        clearTimeout(timer);
        form.removeEventListener('input', onInput);
        form.removeEventListener('submit', onSubmit);
        // Leaving after a submit means it was saved, unless the way led to the sign-in page.
        if (key && submitted.current && window.location.pathname !== '/login') forgetDraft(key);
        submitted.current = false;
        element.current = null;
      };
    },
    [key],
  );

  useEffect(() => {
    if (state !== 'idle' || !submitted.current) return;
    submitted.current = false;
    if (hasProblem) return;
    if (key) forgetDraft(key);
    element.current?.reset();
  }, [state, place, hasProblem, key]);

  const discard = () => {
    if (key) forgetDraft(key);
    element.current?.reset();
    setRestoredAt(null);
  };
  return { attach, restoredAt, discard };
}
