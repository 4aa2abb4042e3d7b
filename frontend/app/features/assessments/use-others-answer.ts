import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefusedForm } from '~/ui/form/app-form';
import type { Answer } from './questionnaire';
import { savedVersion } from './saved-versions';
import { contentsOf, typedIn } from './use-save-as-you-go';

/**
 * What becomes of a form when somebody else answered its question while it was open. As long as nothing was entered here
 * it shows their answer; else what was entered stays with the version that it was entered over, so that it cannot be saved
 * over theirs unseen, and both stand side by side.
 */
export function useOthersAnswer(key: string, answer: Answer | null) {
  const form = useRef<HTMLFormElement>(null);
  // What the form was filled from: it follows the page only where nothing was entered over it.
  const [base, setBase] = useState(answer);
  const [theirs, setTheirs] = useState<Answer | null>(null);
  const [taken, setTaken] = useState(0);

  const show = useCallback((next: Answer) => {
    setBase(next);
    setTheirs(null);
  }, []);

  useEffect(() => {
    if (!form.current || !answer || answer.version === base?.version) return;
    const typed = typedIn(new FormData(form.current));
    if (answer.version === savedVersion(key) || typed === contentsOf(answer.optionId, answer.notes)) {
      show(answer);
    } else if (!theirs && typed === contentsOf(base?.optionId, base?.notes)) {
      fillIn(form.current, answer);
      show(answer);
    } else {
      setTheirs(answer);
    }
  }, [answer, base, theirs, key, show]);

  const attach = useCallback((element: HTMLFormElement) => {
    form.current = element;
    return () => {
      form.current = null;
    };
  }, []);

  const takeTheirs = () => {
    if (!form.current || !theirs) return;
    fillIn(form.current, theirs);
    setTaken(theirs.version);
    show(theirs);
  };

  /** A refusal is over once the answer that it was about has been taken over. */
  const stillRefused = (failed: RefusedForm | null): RefusedForm | null =>
    failed?.problem.status === 412 && Number(failed.values.version ?? 0) < taken ? null : failed;

  return { base, attach, theirs, takeTheirs, stillRefused, seenVersion: (theirs ? base : answer)?.version };
}

function fillIn(form: HTMLFormElement, { optionId, notes }: Answer): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[name="optionId"]'))
    radio.checked = radio.value === optionId;
  const field = form.querySelector<HTMLTextAreaElement>('textarea[name="notes"]');
  if (!field || field.value === notes) return;
  field.value = notes;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
