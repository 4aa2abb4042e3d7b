import { useEffect, useRef, useState, type RefObject } from 'react';
import { useNavigation } from 'react-router';
import { draftKey, forgetDraft, keepDraft, readDraft, restoreDraft } from './drafts';
import { useOptionalSession } from './session';

const QUIET_MS = 300;

interface DraftState {
  /** When the restored draft was typed; null when nothing was brought back. */
  restoredAt: string | null;
  discard: () => void;
}

/** Keeps what is typed into a form and brings it back after a time-out; saving clears it. */
export function useDraft(form: RefObject<HTMLFormElement | null>, formKey: string | undefined, hasProblem: boolean): DraftState {
  const personId = useOptionalSession()?.person.id;
  const key = formKey && personId ? draftKey(personId, formKey) : undefined;
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const submitted = useRef(false);
  const { state } = useNavigation();

  useEffect(() => {
    const element = form.current;
    if (!key || !element) return;
    const draft = readDraft(key);
    if (draft && restoreDraft(element, draft)) setRestoredAt(draft.at);

    let timer: ReturnType<typeof setTimeout> | undefined;
    const onInput = () => {
      clearTimeout(timer);
      timer = setTimeout(() => keepDraft(key, element), QUIET_MS);
    };
    const onSubmit = () => {
      clearTimeout(timer);
      keepDraft(key, element);
      submitted.current = true;
    };
    element.addEventListener('input', onInput);
    element.addEventListener('submit', onSubmit);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('input', onInput);
      element.removeEventListener('submit', onSubmit);
      // Leaving after a submit means it was saved, unless the way led to the sign-in page.
      if (submitted.current && window.location.pathname !== '/login') forgetDraft(key);
      submitted.current = false;
    };
  }, [form, key]);

  useEffect(() => {
    if (state !== 'idle' || !submitted.current) return;
    submitted.current = false;
    if (key && !hasProblem) forgetDraft(key);
  }, [state, hasProblem, key]);

  const discard = () => {
    if (key) forgetDraft(key);
    form.current?.reset();
    setRestoredAt(null);
  };
  return { restoredAt, discard };
}
