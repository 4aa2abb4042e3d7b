import autocannon from 'autocannon';

/**
 * What came of one round.
 * @typedef {{ perSecond: number, latencies: number[] }} Round milliseconds, each request's
 */

/**
 * Sends requests over connections that are kept open, each as soon as the one before it on its connection is answered.
 * An answer that is no success makes the round worthless: it throws.
 * @param {import('autocannon').Options} options
 * @param {{ until?: Promise<unknown> }} [more] stops when this is settled, whatever the options say
 * @returns {Promise<Round>}
 */
export async function load(options, { until } = {}) {
  /** @type {number[]} */
  const latencies = [];
  const began = performance.now();
  let ended = began;
  const result = await new Promise((resolve, reject) => {
    const run = autocannon({ timeout: 60, ...options }, (error, outcome) =>
      error ? reject(error) : resolve(outcome),
    );
    run.on('response', (_client, _status, _bytes, milliseconds) => {
      latencies.push(milliseconds);
      ended = performance.now();
    });
    const stop = () => /** @type {{ stop: () => void }} */ (/** @type {unknown} */ (run)).stop();
    until?.then(stop, stop);
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0 || latencies.length === 0) {
    const codes = JSON.stringify(result.statusCodeStats ?? {});
    throw new Error(
      `${failed} of ${latencies.length} requests to ${options.url} failed (statuses ${codes}, ${result.errors} errors)`,
    );
  }
  return { perSecond: (latencies.length * 1000) / (ended - began), latencies };
}

/**
 * Rounds of several ways in turns, so that what else the machine does falls on all of them.
 * @template {string} Name
 * @param {number} rounds
 * @param {Record<Name, () => Promise<Round>>} ways
 * @returns {Promise<Record<Name, Round[]>>}
 */
export async function inTurns(rounds, ways) {
  const names = /** @type {Name[]} */ (Object.keys(ways));
  const results = /** @type {Record<Name, Round[]>} */ (
    Object.fromEntries(names.map((name) => [name, /** @type {Round[]} */ ([])]))
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) results[name].push(await ways[name]());
  }
  return results;
}
