import { inTurns, load } from '../load.mjs';
import { getAs } from '../signed-in.mjs';
import { median, percentile } from '../statistics.mjs';

const ROUNDS = 3;
const REQUESTS = 40;
const MOST_P95 = 150;

/**
 * The pages that people open most, as the browser gets them from the UI's server, in an organization with 10,000 risks,
 * 10,000 actions and 10,000 assets.
 * @param {import('../large-instance.mjs').LargeInstance} instance
 * @returns {Promise<import('../table.mjs').Measurement[]>}
 */
export async function measurePages({ publicUrl, backendUrl, officer, floor }) {
  const pages = Object.entries({
    'my work': '/',
    register: '/risks',
    "an assessment's questions": await questionsPage(backendUrl, officer),
    plan: '/plan',
    assets: '/inventory',
  });
  const results = [];
  for (const [name, path] of pages) {
    const ways = {
      page: () =>
        load({
          url: publicUrl + path,
          headers: { cookie: officer.cookie, accept: 'text/html' },
          connections: 1,
          amount: REQUESTS,
        }),
      floor: () => load({ url: `${floor.url}/rows`, connections: 1, amount: REQUESTS }),
    };
    await inTurns(1, ways);
    const rounds = await inTurns(ROUNDS, ways);
    const p95 = (/** @type {keyof typeof ways} */ way) =>
      median(rounds[way].map(({ latencies }) => percentile(latencies, 0.95)));
    results.push({
      name: `page: ${name}, p95`,
      aim: `< ${MOST_P95} ms`,
      measured: `${p95('page').toFixed(1)} ms`,
      ratio: p95('floor') / p95('page'),
      met: p95('page') < MOST_P95,
    });
  }
  return results;
}

/**
 * @param {string} backendUrl
 * @param {import('../signed-in.mjs').SignedIn} officer
 */
async function questionsPage(backendUrl, officer) {
  const { items } = await getAs(`${backendUrl}/api/v1/assessments?limit=100`, officer);
  const { id } = items.find((/** @type {{ status: string }} */ item) => item.status === 'draft');
  const { sections } = await getAs(`${backendUrl}/api/v1/assessments/${id}`, officer);
  return `/assessments/${id}/questions/${sections[0].id}`;
}
