import { useEffect, useRef, useState } from 'react';
import type { DocumentProgress } from '~/documents/rendering/document-progress.server';
import { toProblem, type ApiProblem } from '~/api/problem';

export type Download =
  | { state: 'idle' }
  | { state: 'making'; progress: DocumentProgress | null }
  | { state: 'saved'; fileName: string }
  | { state: 'failed'; problem: ApiProblem };

interface Downloading {
  download: Download;
  start: (address: string) => void;
  /** The same once more. */
  again: () => void;
}

interface DownloadOptions {
  /** The server can be asked how far it is. */
  followed?: boolean;
}

/** Fetches a file that takes a while to be made and saves it, telling how it stands. One at a time. */
export function useDownload({ followed = false }: DownloadOptions = {}): Downloading {
  const [download, setDownload] = useState<Download>({ state: 'idle' });
  // Two clicks may come before the first one is drawn.
  const busy = useRef(false);
  const asked = useRef('');
  const stopAsking = useRef<() => void>(undefined);
  // Who went to another page gets the file, and asks no more.
  useEffect(() => () => stopAsking.current?.(), []);
  const start = (address: string) => {
    if (busy.current) return;
    busy.current = true;
    asked.current = address;
    setDownload({ state: 'making', progress: null });
    const ticket = followed ? newTicket() : null;
    stopAsking.current = ticket
      ? askHowFar(ticket, (progress) => setDownload({ state: 'making', progress }))
      : undefined;
    void fetched(ticket ? `${address}&ticket=${ticket}` : address).then((outcome) => {
      stopAsking.current?.();
      busy.current = false;
      setDownload(outcome);
    });
  };
  return { download, start, again: () => start(asked.current) };
}

/** Random also where the page came without TLS, and the browser makes no UUIDs. */
function newTicket(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const ASK_EVERY_MS = 1000;

/** Returns what ends it. An answer that cannot be had is none: the file comes all the same. */
function askHowFar(ticket: string, tell: (progress: DocumentProgress) => void): () => void {
  const ended = new AbortController();
  const ask = async () => {
    const response = await fetch(`/documents/${ticket}/progress`, {
      redirect: 'manual',
      signal: ended.signal,
      // Waiting is no activity: the session ends as it would without.
      headers: { 'x-part164-passive': '1' },
    }).catch(() => null);
    const progress = response?.ok
      ? ((await response.json().catch(() => null)) as DocumentProgress | null)
      : null;
    // Whose session ended is not told any more either.
    if (ended.signal.aborted || response?.type === 'opaqueredirect') return;
    // Once missed, the last that was told stands.
    if (progress) tell(progress);
    timer = setTimeout(() => void ask(), ASK_EVERY_MS);
  };
  let timer = setTimeout(() => void ask(), ASK_EVERY_MS);
  return () => {
    ended.abort();
    clearTimeout(timer);
  };
}

async function fetched(address: string): Promise<Download> {
  try {
    const response = await fetch(address, { redirect: 'manual' });
    if (!isFile(response)) return { state: 'failed', problem: await problemOf(response) };
    const fileName = fileNameOf(response) ?? new URL(address, location.href).pathname.split('/').at(-1)!;
    save(await response.blob(), fileName);
    return { state: 'saved', fileName };
  } catch {
    // Neither reached nor read to its end: what a server that is away looks like.
    return { state: 'failed', problem: { status: 503, code: 'download.unreachable', title: '' } };
  }
}

/** A page where a file was asked for says that something is wrong, whatever its status. */
function isFile(response: Response): boolean {
  const type = response.headers.get('content-type') ?? '';
  return response.ok && !/^(text\/html|application\/(problem\+)?json)\b/.test(type);
}

async function problemOf(response: Response): Promise<ApiProblem> {
  // The only place that a download leads to instead is the sign-in page.
  if (response.type === 'opaqueredirect') return { status: 401, code: 'session.missing', title: '' };
  const isJson = /json\b/.test(response.headers.get('content-type') ?? '');
  // Words that cannot be read are none: the status says what happened.
  const body: unknown = isJson ? await response.json().catch(() => null) : null;
  return toProblem(response, body);
}

function fileNameOf(response: Response): string | undefined {
  return /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
}

const KEPT_MS = 60_000;

/** The browser's own way to save: a link that nobody sees. */
function save(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers begin to read only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
