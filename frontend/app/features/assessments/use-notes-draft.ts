import { useCallback, useEffect, useRef, useState } from 'react';
import { draftKey, forgetDraft, keepDraft, keepWhileTyping, readDraft, restoreDraft } from '~/session/drafts';
import { useOptionalSession } from '~/session/session';
import { notesAsKept } from './use-save-as-you-go';

/**
 * Keeps the notes of one question until the server has them, and brings them back on return: notes without an answer
 * are saved nowhere else. Choices save themselves and need no draft.
 */
export function useNotesDraft(formKey: string, saved: string, settled: boolean) {
  const memberId = useOptionalSession()?.member.id;
  const key = memberId ? draftKey(memberId, formKey) : undefined;
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const kept = useRef(saved);

  const attach = useCallback(
    (element: HTMLFormElement) => {
      if (!key) return () => {};
      form.current = element;
      const draft = readDraft(key);
      if (draft && restoreDraft(element, draft)) setRestoredAt(draft.at);
      const typing = keepWhileTyping(element, () => {
        if (notesIn(element) === notesAsKept(kept.current)) forgetDraft(key);
        else keepDraft(key, element, ['notes']);
      });
      return () => {
        typing.end();
        form.current = null;
      };
    },
    [key],
  );

  useEffect(() => {
    kept.current = saved;
    if (!key || !settled || !form.current || notesIn(form.current) !== notesAsKept(saved)) return;
    forgetDraft(key);
    setRestoredAt(null);
  }, [key, saved, settled]);

  const discard = () => {
    if (key) forgetDraft(key);
    if (form.current) restoreDraft(form.current, { at: '', values: { notes: [kept.current] } });
    setRestoredAt(null);
  };
  return { attach, restoredAt, discard };
}

function notesIn(form: HTMLFormElement): string {
  return notesAsKept(form.querySelector<HTMLTextAreaElement>('textarea[name="notes"]')?.value ?? '');
}
