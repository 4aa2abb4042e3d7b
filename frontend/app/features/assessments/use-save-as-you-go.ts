import { useEffect, useRef } from 'react';

/**
 * Saves a form when something in it was chosen. What is chosen while a save is under way is saved after it, with the
 * version that the first save made: a person in a hurry is no conflict.
 */
export function useSaveAsYouGo(state: 'idle' | 'submitting' | 'loading') {
  const form = useRef<HTMLFormElement>(null);
  const waiting = useRef(false);

  useEffect(() => {
    if (state !== 'idle' || !waiting.current) return;
    waiting.current = false;
    form.current?.requestSubmit();
  }, [state]);

  const saveSoon = () => {
    if (state === 'idle') form.current?.requestSubmit();
    else waiting.current = true;
  };

  /** Notes are saved when they are left; without an answer they wait for it. */
  const saveNotes = (notes: HTMLTextAreaElement, answered: boolean) => {
    if (answered && notes.value !== notes.defaultValue) saveSoon();
  };

  return { form, saveSoon, saveNotes };
}
