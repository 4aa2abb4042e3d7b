import { useEffect, useState } from 'react';
import type { ItemOf } from '~/api/reply';

export type FoundRecord = ItemOf<'/api/v1/search'>;

/** Nobody means a record by one letter. */
const SHORTEST = 2;
const PAUSE_MS = 150;
const NOTHING: FoundRecord[] = [];

/** The records that a query names, asked for once the typing pauses; answers that come too late are dropped. */
export function useRecordSearch(query: string): { records: FoundRecord[]; searching: boolean } {
  const term = query.trim();
  const [found, setFound] = useState({ term: '', records: NOTHING });
  useEffect(() => {
    if (term.length < SHORTEST) return;
    const given = new AbortController();
    const look = async () => {
      const records = await recordsOf(term, given.signal);
      if (!given.signal.aborted) setFound({ term, records });
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [term]);
  const isAnswered = found.term === term;
  return {
    records: isAnswered ? found.records : NOTHING,
    searching: term.length >= SHORTEST && !isAnswered,
  };
}

/** Without an answer there are no records; the pages are found all the same. */
async function recordsOf(term: string, signal: AbortSignal): Promise<FoundRecord[]> {
  try {
    const answer = await fetch(`/search/records?q=${encodeURIComponent(term)}`, { signal });
    return answer.ok ? ((await answer.json()) as { items: FoundRecord[] }).items : NOTHING;
  } catch {
    return NOTHING;
  }
}
