import { inTurns, load } from '../load.mjs';
import { LIST_QUERY } from '../floor-statements.mjs';
import { median, percentile } from '../statistics.mjs';

const CONNECTIONS = 16;
const SECONDS = 5;
const ROUNDS = 5;
const MOST_P99 = 50;

/**
 * A page of the register: 50 open risks of the 10,000 of one organization, the highest first, and their number.
 * @param {import('../large-instance.mjs').LargeInstance} instance
 * @returns {Promise<import('../table.mjs').Measurement[]>}
 */
export async function measureList({ backendUrl, officer, floor }) {
  const { limit, sort, status } = LIST_QUERY;
  const page = `${backendUrl}/api/v1/risks?limit=${limit}&sort=${sort}&status=${status}`;
  const ways = {
    product: () => ask(page, { cookie: officer.cookie }),
    rows: () => ask(`${floor.url}/rows`),
    statement: () => ask(`${floor.url}/statement`),
  };
  // Caches, prepared code and connections, before anything counts.
  await inTurns(1, ways);
  const rounds = await inTurns(ROUNDS, ways);
  const perSecond = (/** @type {keyof typeof ways} */ way) =>
    median(rounds[way].map((round) => round.perSecond));
  const p99 = (/** @type {keyof typeof ways} */ way) =>
    median(rounds[way].map(({ latencies }) => percentile(latencies, 0.99)));
  // Each round beside its own floor: what the machine did meanwhile counts for both.
  const ratioTo = (/** @type {'rows' | 'statement'} */ way) =>
    median(rounds.product.map((round, index) => round.perSecond / rounds[way][index].perSecond));
  const ratio = ratioTo('rows');
  return [
    {
      name: `50 of 10,000 risks among 1,000,000, ${CONNECTIONS} connections`,
      aim: 'ratio ≥ 1.00',
      measured: `${Math.round(perSecond('product'))}/s`,
      ratio,
      met: ratio >= 1,
    },
    {
      name: 'floor: bare pg, rows',
      measured: `${Math.round(perSecond('rows'))}/s, p99 ${p99('rows').toFixed(1)} ms`,
    },
    {
      name: 'bare pg with the very same statement',
      measured: `${Math.round(perSecond('statement'))}/s, p99 ${p99('statement').toFixed(1)} ms`,
      ratio: ratioTo('statement'),
    },
    {
      name: 'the same page, p99',
      aim: `< ${MOST_P99} ms`,
      measured: `${p99('product').toFixed(1)} ms`,
      ratio: p99('rows') / p99('product'),
      met: p99('product') < MOST_P99,
    },
  ];
}

/**
 * @param {string} url
 * @param {Record<string, string>} [headers]
 */
function ask(url, headers = {}) {
  return load({ url, headers, connections: CONNECTIONS, duration: SECONDS });
}
