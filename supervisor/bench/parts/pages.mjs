import { inTurns, load } from '../load.mjs';
import { getAs } from '../signed-in.mjs';
import { median, percentile } from '../statistics.mjs';

const ROUNDS = 3;
const REQUESTS = 20;
const MOST_P95 = 150;

/**
 * The lists and registers with their filters and sorts, as the browser gets them from the UI's server, in an organization with
 * 10,000 risks, 10,000 actions, 10,000 assets and 20,000 data flows.
 * @param {import('../large-instance.mjs').LargeInstance} instance
 * @returns {Promise<import('../table.mjs').Measurement[]>}
 */
export async function measurePages({ publicUrl, backendUrl, officer, floor }) {
  const pages = Object.entries(await pagesOf(backendUrl, officer));
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
 * @returns {Promise<Record<string, string>>} addresses by the words of the table
 */
async function pagesOf(backendUrl, officer) {
  const api = `${backendUrl}/api/v1`;
  const { items } = await getAs(`${api}/assessments?limit=100`, officer);
  const { id } = items.find((/** @type {{ status: string }} */ item) => item.status === 'draft');
  const { sections } = await getAs(`${api}/assessments/${id}`, officer);
  const [asset, flow, risk, action] = await Promise.all(
    ['assets', 'data-flows', 'risks', 'actions'].map(
      async (list) => (await getAs(`${api}/${list}?limit=1`, officer)).items[0].id,
    ),
  );
  const analysis = `/assessments/${id}`;
  return {
    'my work': '/',
    'records to review': '/reviews',
    register: '/risks',
    'register, open and high, by what is left': '/risks?status=open&level=high&sort=residual',
    'register, searched': '/risks?q=phishing',
    'register of one analysis, last changed first': `/risks?assessmentId=${id}&sort=-updated`,
    risk: `/risks/${risk}`,
    'trend and top risks': '/risks/trend',
    'review of carried risks': `/risks/review?assessmentId=${id}`,
    plan: '/plan',
    'plan, overdue': '/plan?overdue=true',
    'plan, searched': '/plan?q=encrypt',
    'board of the plan': '/plan/board',
    'timeline of the plan': '/plan/timeline',
    action: `/plan/${action}`,
    assets: '/inventory',
    'assets with ePHI, by tag': '/inventory?holdsEphi=true&sort=tag',
    'assets, searched': '/inventory?q=laptop',
    asset: `/inventory/assets/${asset}`,
    'data flows': '/inventory/flows',
    'data flows with a concern': '/inventory/flows?hasConcerns=true',
    'data flows, searched': '/inventory/flows?q=billing',
    'data flow': `/inventory/flows/${flow}`,
    'diagram (the page)': '/inventory/diagram',
    assessment: analysis,
    "an assessment's questions": `${analysis}/questions/${sections[0].id}`,
    scope: `${analysis}/scope`,
    findings: `${analysis}/findings`,
    proposals: `${analysis}/proposals`,
    'addressable specifications': `${analysis}/specifications`,
    'sign-off': `${analysis}/sign-off`,
    'what changed since last year': `${analysis}/changes`,
    vulnerabilities: '/inventory/vulnerabilities',
    vendors: '/vendors',
    'audit trail': '/audit',
  };
}
