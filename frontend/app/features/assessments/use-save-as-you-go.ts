import { useCallback, useEffect, useRef } from 'react';
import type { FetcherWithComponents } from 'react-router';
import type { Answer } from './questionnaire';

interface Sent {
  typed: string;
  version: string;
  done: Promise<void>;
}

/**
 * Saves a form when something in it was chosen. What is chosen while a save is under way is saved after it, with the
 * version that the first save made: a person in a hurry is no conflict. It is sent as well when they leave the page.
 */
export function useSaveAsYouGo(
  { state, submit }: Pick<FetcherWithComponents<unknown>, 'state' | 'submit'>,
  answer: Answer | null,
  failed: boolean,
) {
  const form = useRef<HTMLFormElement>(null);
  const waiting = useRef(false);
  const sent = useRef<Sent | null>(null);
  const standing = useRef({ saved: '', failed: false });
  const saved = contentsOf(answer?.optionId, answer?.notes);

  useEffect(() => {
    standing.current = { saved, failed };
  }, [saved, failed]);

  const send = useCallback(
    (data: FormData, action: string | null) => {
      const done = submit(data, {
        method: 'post',
        action: action ?? undefined,
        // After a refusal too: for an old version the way on begins with the present one.
        defaultShouldRevalidate: true,
      });
      sent.current = { typed: typedIn(data), version: entry(data, 'version'), done };
    },
    [submit],
  );

  const save = useCallback(
    (version?: number) => {
      if (!form.current) return;
      const data = new FormData(form.current);
      if (version !== undefined) data.set('version', String(version));
      send(data, form.current.getAttribute('action'));
    },
    [send],
  );

  useEffect(() => {
    if (state !== 'idle') return;
    sent.current = null;
    if (!waiting.current) return;
    waiting.current = false;
    save();
  }, [state, save]);

  const attach = useCallback(
    (element: HTMLFormElement) => {
      form.current = element;
      // Together with a draft that was brought back, which nobody has asked to save yet.
      const found = typedIn(new FormData(element));
      return () => {
        form.current = null;
        const before = sent.current;
        const data = new FormData(element);
        const { saved, failed } = standing.current;
        const typed = typedIn(data);
        if (failed || !data.has('optionId') || typed === found || typed === (before?.typed ?? saved)) return;
        // Each save makes the version one higher. Should that be wrong, it is refused, and the draft still holds it.
        if (before && entry(data, 'version') === before.version) {
          data.set('version', String(Number(before.version) + 1));
        }
        const action = element.getAttribute('action');
        void (before?.done ?? Promise.resolve()).then(() => send(data, action));
      };
    },
    [send],
  );

  const saveSoon = () => {
    if (state === 'idle') save();
    else waiting.current = true;
  };

  /** Notes are saved when they are left; without an answer they wait for it. */
  const saveNotes = () => {
    if (!form.current) return;
    const data = new FormData(form.current);
    if (data.has('optionId') && typedIn(data) !== (sent.current?.typed ?? saved)) saveSoon();
  };

  return { attach, save, saveSoon, saveNotes };
}

function typedIn(data: FormData): string {
  return contentsOf(entry(data, 'optionId'), entry(data, 'notes'));
}

function entry(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

/** As the server keeps it: without the blanks around it, and with the line ends that a browser reads back. */
function contentsOf(optionId = '', notes = ''): string {
  return JSON.stringify([optionId, notesAsKept(notes)]);
}

export function notesAsKept(notes: string): string {
  return notes.replaceAll('\r\n', '\n').trim();
}
