import { useCallback, useEffect, useRef } from 'react';
import type { FetcherWithComponents } from 'react-router';
import { takeEarlyPress } from '~/ui/form/early-presses';
import type { Answer } from './questionnaire';
import { forgetSaved, savedVersion } from './saved-versions';

interface Sent {
  typed: string;
  done: Promise<void>;
}

/**
 * Saves a form when something in it was chosen. What is chosen while a save is under way is saved after it, with the
 * version that the first save made: a person in a hurry is no conflict. It is sent as well when they leave the page.
 * What goes on stands in refs, for a page with many questions is drawn later than a person clicks.
 */
export function useSaveAsYouGo(
  submit: FetcherWithComponents<unknown>['submit'],
  key: string,
  answer: Answer | null,
  failed: boolean,
) {
  const form = useRef<HTMLFormElement>(null);
  const waiting = useRef(false);
  const sent = useRef<Sent | null>(null);
  const standing = useRef({ saved: '', failed: false });
  const mine = useRef('');
  const saved = contentsOf(answer?.optionId, answer?.notes);

  useEffect(() => {
    standing.current = { saved, failed };
  }, [saved, failed]);

  /** By the save under way, by the last one, or by what the page shows, which may be older than that. */
  const isKept = useCallback((typed: string) => {
    if (sent.current) return typed === sent.current.typed;
    return typed === mine.current || typed === standing.current.saved;
  }, []);

  const send = useCallback(
    (data: FormData, action: string | null) => {
      forgetSaved(key);
      const typed = typedIn(data);
      const done = submit(data, {
        method: 'post',
        action: action ?? undefined,
        // After a refusal too: for an old version the way on begins with the present one.
        defaultShouldRevalidate: true,
      }).then(() => {
        sent.current = null;
        const failed = savedVersion(key) === undefined;
        standing.current = { ...standing.current, failed };
        if (!failed) mine.current = typed;
      });
      sent.current = { typed, done };
      return done;
    },
    [submit, key],
  );

  const save = useCallback(
    async (over?: number) => {
      let version = over;
      do {
        if (!form.current) return;
        const data = withVersion(new FormData(form.current), version ?? savedVersion(key));
        version = undefined;
        waiting.current = false;
        await send(data, form.current.getAttribute('action'));
      } while (waiting.current);
    },
    [send, key],
  );

  const attach = useCallback(
    (element: HTMLFormElement) => {
      form.current = element;
      if (takeEarlyPress(element, 'optionId')) void save();
      // Together with a draft that was brought back, which nobody has asked to save yet.
      const found = typedIn(new FormData(element));
      return () => {
        form.current = null;
        const data = new FormData(element);
        const typed = typedIn(data);
        if (!data.has('optionId') || typed === found) return;
        if (isKept(typed)) return;
        const action = element.getAttribute('action');
        // What was refused is not tried again behind the person's back: the draft holds it.
        void (sent.current?.done ?? Promise.resolve()).then(() => {
          if (!standing.current.failed) void send(withVersion(data, savedVersion(key)), action);
        });
      };
    },
    [send, save, isKept, key],
  );

  const saveSoon = () => {
    if (sent.current) waiting.current = true;
    else void save();
  };

  /** Notes are saved when they are left; without an answer they wait for it. */
  const saveNotes = () => {
    if (!form.current) return;
    const data = new FormData(form.current);
    if (data.has('optionId') && !isKept(typedIn(data))) saveSoon();
  };

  return { attach, save, saveSoon, saveNotes };
}

/** With a version that is newer than the one that the page was drawn from. */
function withVersion(data: FormData, version = 0): FormData {
  if (version > Number(entry(data, 'version'))) data.set('version', String(version));
  return data;
}

export function typedIn(data: FormData): string {
  return contentsOf(entry(data, 'optionId'), entry(data, 'notes'));
}

function entry(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

/** As the server keeps it: without the blanks around it, and with the line ends that a browser reads back. */
export function contentsOf(optionId = '', notes = ''): string {
  return JSON.stringify([optionId, notesAsKept(notes)]);
}

export function notesAsKept(notes: string): string {
  return notes.replaceAll('\r\n', '\n').trim();
}
