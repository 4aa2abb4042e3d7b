import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pdf } from './pdf-file.js';

/**
 * The bytes of a document while it is drawn. `draw` yields after each page: the next is drawn when the bytes so far
 * are taken, and other requests have their turn between.
 */
export async function* streamPages(
  pdf: Pdf,
  draw: Iterable<void> | AsyncIterable<void>,
): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject));
  const take = (): Buffer[] => {
    const taken = chunks;
    chunks = [];
    return taken;
  };
  for await (const _ of draw) {
    await nextTurn();
    yield* take();
  }
  pdf.end();
  await ended;
  yield* take();
}
