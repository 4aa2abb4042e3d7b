import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LayoutProgress, TellProgress } from '../layout-progress';

const MOST_MEGABYTES = 768;
const MOST_BYTES = 128 * 1024 * 1024;
/** A record of thousands of assets comes to thousands of pages; a shared machine needs its time for them. */
const MOST_MINUTES = 15;

/** The layout took longer, or came to more, than any real document. */
export class LayoutStopped extends Error {}

/** Lays a document out in a process of its own, which ends with it: neither its work nor its memory burden the server. */
export async function renderInProcess(
  order: unknown,
  signal: AbortSignal,
  tell: TellProgress,
): Promise<Buffer> {
  return runRenderer(await rendererPath(), order, { signal, tell });
}

export async function runRenderer(
  script: string,
  order: unknown,
  { signal, tell, minutes = MOST_MINUTES }: { signal: AbortSignal; tell?: TellProgress; minutes?: number },
): Promise<Buffer> {
  const child = spawn(process.execPath, [`--max-old-space-size=${MOST_MEGABYTES}`, script], {
    // Nothing of the server's environment is needed there, its secrets least of all.
    env: { NODE_ENV: 'production', TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    killSignal: 'SIGKILL',
    timeout: minutes * 60_000,
    signal,
  }) as ChildProcessWithoutNullStreams;
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  // A renderer that dies early closes its input; what it died of is told by its exit.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(order));
  if (tell) child.on('message', (progress) => tell(progress as LayoutProgress));
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const bytes = collect(child.stdout, () => child.kill('SIGKILL'));
  const code = await ended;
  signal.throwIfAborted();
  if (child.killed)
    throw new LayoutStopped(`The layout was stopped: over ${minutes} minutes or ${MOST_BYTES} bytes`);
  if (code !== 0)
    throw new Error(`The document could not be laid out: ${Buffer.concat(said).toString().slice(-2_000)}`);
  return bytes();
}

function collect(stream: NodeJS.ReadableStream, stop: () => void): () => Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MOST_BYTES) return stop();
    chunks.push(chunk);
  });
  return () => Buffer.concat(chunks);
}

async function rendererPath(): Promise<string> {
  const root = frontendFolder();
  if (import.meta.env.DEV) {
    const { buildDocuments } = await import('../../../documents-build');
    await buildDocuments('development');
  }
  return join(root, 'build/documents/render-process.js');
}

/** The same from the built server and from the sources that Vite runs. */
function frontendFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
