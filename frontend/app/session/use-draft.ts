import { useCallback, useEffect, useRef, useState, type RefCallback } from 'react';
import { useLocation, useNavigation } from 'react-router';
import { draftKey, forgetDraft, keepDraft, keepWhileTyping, readDraft, restoreDraft } from './drafts';
import { useOptionalSession } from './session';

interface DraftState {
  attach: RefCallback<HTMLFormElement>;
  /** When the restored draft was typed; null when nothing was brought back. */
  restoredAt: string | null;
  discard: () => void;
}

/**
 * Keeps what is typed into a form and brings it back after a time-out; saving clears it and empties the form. `unsaved`:
 * the last answer saved nothing.
 */
export function useDraft(formKey: string | undefined, unsaved: boolean): DraftState {
  const memberId = useOptionalSession()?.member.id;
  const key = formKey && memberId ? draftKey(memberId, formKey) : undefined;
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

      const typing = key ? keepWhileTyping(form, () => keepDraft(key, form)) : undefined;
      const onSubmit = ({ defaultPrevented }: SubmitEvent) => {
        if (defaultPrevented) return; // a field held it back: nothing was sent
        typing?.stop();
        if (key) keepDraft(key, form);
        submitted.current = true;
      };
      // Saved or discarded: either way nothing of what was brought back is left.
      const onReset = () => setRestoredAt(null);
      form.addEventListener('submit', onSubmit);
      form.addEventListener('reset', onReset);
      return () => {
        typing?.end();
        form.removeEventListener('submit', onSubmit);
        form.removeEventListener('reset', onReset);
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
    if (unsaved) return;
    if (key) forgetDraft(key);
    element.current?.reset();
  }, [state, place, unsaved, key]);

  const discard = () => {
    if (key) forgetDraft(key);
    element.current?.reset();
  };
  return { attach, restoredAt, discard };
}
