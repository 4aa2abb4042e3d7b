import { useEffect, useState } from 'react';

/** A record as people name it: R-12, and its title. */
export interface NamedRecord {
  reference: string;
  title: string;
}

/** Nobody means a record by one letter. */
const SHORTEST = 2;
const PAUSE_MS = 150;

export const choiceValue = ({ reference, title }: NamedRecord) => `${reference} ${title}`;

/**
 * What fits the words in the field, asked for at `search` once the typing pauses; before that, and without an answer,
 * what the page came with. The server answers with a few, however many there are.
 */
export function useChoices(search: string, initial: readonly NamedRecord[]) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<NamedRecord[] | null>(null);
  const choices = found ?? initial;
  const isChosen = choices.some((choice) => choiceValue(choice) === typed);
  const term = isChosen || typed.trim().length < SHORTEST ? '' : typed.trim();
  useEffect(() => {
    if (!term) return;
    const given = new AbortController();
    const timer = setTimeout(() => {
      void choicesAt(search, term, given.signal).then((answer) => {
        if (answer && !given.signal.aborted) setFound(answer);
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [search, term]);
  return { choices, look: setTyped, hasLooked: found !== null };
}

async function choicesAt(search: string, term: string, signal: AbortSignal): Promise<NamedRecord[] | null> {
  try {
    const answer = await fetch(`${search}&q=${encodeURIComponent(term)}`, { signal });
    return answer.ok ? ((await answer.json()) as { items: NamedRecord[] }).items : null;
  } catch {
    return null;
  }
}
