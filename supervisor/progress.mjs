/** Progress for the person at the terminal, a line for each phase that takes time. */
const SLOW = 15_000;

/** @type {NodeJS.WritableStream} */
let out = process.stdout;

/** For commands whose standard output is read by programs. */
export function sayOnStandardError() {
  out = process.stderr;
}

/** @param {string} text */
export function say(text) {
  out.write(text + '\n');
}

/**
 * Does one phase and says how long it took. A phase that has nothing to do says nothing but its mark.
 * @template T
 * @param {string} name
 * @param {(note: (detail: string) => void) => Promise<T>} work may note what it did, e.g. 'up to date'
 * @returns {Promise<T>}
 */
export async function phase(name, work) {
  const started = Date.now();
  let detail = '';
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const ticker = setInterval(() => say(`  ${name} … ${seconds()}`), SLOW);
  try {
    const result = await work((text) => (detail = text));
    say(`✓ ${name}${detail ? `: ${detail}` : ''} (${seconds()})`);
    return result;
  } catch (error) {
    say(`✗ ${name} (${seconds()})`);
    throw error;
  } finally {
    clearInterval(ticker);
  }
}
