import { inTurns, load } from '../load.mjs';
import { getAs } from '../signed-in.mjs';
import { median, percentile } from '../statistics.mjs';

const ROUNDS = 3;
const REQUESTS = 400;
const MOST_P95 = 25;

/**
 * Saving an answer: each time another one than before, so that its finding is opened or resolved too, with an audit event for
 * both.
 * @param {import('../large-instance.mjs').LargeInstance} instance
 * @returns {Promise<import('../table.mjs').Measurement[]>}
 */
export async function measureAnswer({ backendUrl, officer, floor }) {
  const questions = await answeredQuestions(backendUrl, officer);
  const results = [];
  for (const connections of [1, 16]) {
    const ways = {
      product: () => saveAll(questions, { backendUrl, officer, connections }),
      floor: () => load({ url: `${floor.url}/answer`, method: 'POST', connections, amount: REQUESTS }),
    };
    await inTurns(1, ways);
    const rounds = await inTurns(ROUNDS, ways);
    const of = (/** @type {keyof typeof ways} */ way, /** @type {number} */ share) =>
      median(rounds[way].map(({ latencies }) => percentile(latencies, share)));
    const ratio = median(
      rounds.product.map(
        ({ latencies }, index) => percentile(rounds.floor[index].latencies, 0.5) / percentile(latencies, 0.5),
      ),
    );
    results.push(
      {
        name: `an answer saved, ${connections === 1 ? 'one person' : `${connections} at once`}, p95`,
        aim: `< ${MOST_P95} ms`,
        measured: `${of('product', 0.95).toFixed(1)} ms`,
        ratio: of('floor', 0.95) / of('product', 0.95),
        met: of('product', 0.95) < MOST_P95,
      },
      { name: 'p50', measured: `${of('product', 0.5).toFixed(1)} ms`, ratio },
      {
        name: 'floor: the same writes by bare pg, p50 and p95',
        measured: `${of('floor', 0.5).toFixed(1)} and ${of('floor', 0.95).toFixed(1)} ms`,
      },
    );
  }
  return results;
}

/**
 * @typedef {object} AnsweredQuestion
 * @property {string} path
 * @property {string[]} options two of its answers: one that leaves a finding, one that does not
 * @property {number} version
 * @property {number} turn
 */

/**
 * @param {string} backendUrl
 * @param {import('../signed-in.mjs').SignedIn} officer
 * @returns {Promise<AnsweredQuestion[]>} those of the clinic's analysis of this year
 */
async function answeredQuestions(backendUrl, officer) {
  const api = `${backendUrl}/api/v1`;
  const { items } = await getAs(`${api}/assessments?limit=100`, officer);
  const { id } = items.find((/** @type {{ status: string }} */ item) => item.status === 'draft');
  const { sections } = await getAs(`${api}/assessments/${id}`, officer);
  const found = [];
  for (const section of sections) {
    const { questions } = await getAs(`${api}/assessments/${id}/sections/${section.id}`, officer);
    for (const question of questions) {
      const optionOf = (/** @type {string} */ standing) =>
        question.options.find((/** @type {{ standing: string }} */ option) => option.standing === standing)
          ?.id;
      const options = [optionOf('gap'), optionOf('in-place')];
      // What hangs on another answer may not be asked at the moment of its turn.
      if (!question.answer || question.gate || options.includes(undefined)) continue;
      const turn = question.answer.optionId === options[0] ? 1 : 0;
      found.push({
        path: `/api/v1/assessments/${id}/answers/${question.id}`,
        options,
        version: question.answer.version,
        turn,
      });
    }
  }
  return found;
}

/**
 * @param {AnsweredQuestion[]} free those that no request is at now: two on one question would refuse each other
 * @param {{ backendUrl: string, officer: import('../signed-in.mjs').SignedIn, connections: number }} options
 */
function saveAll(free, { backendUrl, officer, connections }) {
  if (free.length < connections) throw new Error(`only ${free.length} questions can be answered anew`);
  const setupRequest = (
    /** @type {import('autocannon').Request} */ request,
    /** @type {{ question?: AnsweredQuestion }} */ context,
  ) => {
    const question = /** @type {AnsweredQuestion} */ (free.shift());
    context.question = question;
    const body = {
      optionId: question.options[question.turn % 2],
      notes: `Seen on the walk-through, turn ${question.turn}.`,
    };
    const headers = { ...request.headers, 'if-match': `"v${question.version}"` };
    return { ...request, path: question.path, headers, body: JSON.stringify(body) };
  };
  const onResponse = (
    /** @type {number} */ status,
    /** @type {string} */ body,
    /** @type {{ question?: AnsweredQuestion }} */ { question },
  ) => {
    if (status !== 200 || !question) return;
    free.push({ ...question, version: JSON.parse(body).version, turn: question.turn + 1 });
  };
  return load({
    url: backendUrl,
    connections,
    amount: REQUESTS,
    requests: [
      {
        method: 'PUT',
        headers: {
          cookie: officer.cookie,
          'x-csrf-token': officer.csrfToken,
          'content-type': 'application/json',
        },
        setupRequest,
        onResponse,
      },
    ],
  });
}
