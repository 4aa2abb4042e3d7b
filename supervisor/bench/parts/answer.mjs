import { inTurns, load } from '../load.mjs';
import { getAs } from '../signed-in.mjs';
import { median, percentile } from '../statistics.mjs';

const ROUNDS = 3;
const REQUESTS = 400;
const MOST_P95 = 25;

/**
 * Saving an answer: each time another one than before, so that its finding is opened or resolved too, with an audit event for
 * both. One person, then twenty officers of the clinic in one analysis. Afterwards every answer has to stand as it was
 * last acknowledged: a lost one ends the measurement.
 * @param {import('../large-instance.mjs').LargeInstance} instance
 * @returns {Promise<import('../table.mjs').Measurement[]>}
 */
export async function measureAnswer({ backendUrl, officer, colleagues, floor }) {
  const questions = await answeredQuestions(backendUrl, officer);
  const results = [];
  for (const people of [[officer], [officer, ...colleagues]]) {
    const connections = people.length;
    const ways = {
      product: () => saveAll(questions, { backendUrl, people }),
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
        name: `an answer saved, ${connections === 1 ? 'one person' : `${connections} people at once`}, p95`,
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
  await requireNothingLost(questions, { backendUrl, officer });
  return results;
}

/**
 * @typedef {object} AnsweredQuestion
 * @property {string} id
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
        id: question.id,
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
 * @param {{ backendUrl: string, people: import('../signed-in.mjs').SignedIn[] }} options
 */
function saveAll(free, { backendUrl, people }) {
  const connections = people.length;
  let turn = 0;
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
    const { cookie, csrfToken } = people[(turn += 1) % people.length];
    const headers = {
      ...request.headers,
      cookie,
      'x-csrf-token': csrfToken,
      'if-match': `"v${question.version}"`,
    };
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
        headers: { 'content-type': 'application/json' },
        setupRequest,
        onResponse,
      },
    ],
  });
}

/**
 * @param {readonly AnsweredQuestion[]} saved with the version that was acknowledged last
 * @param {{ backendUrl: string, officer: import('../signed-in.mjs').SignedIn }} options
 */
async function requireNothingLost(saved, { backendUrl, officer }) {
  const standing = new Map((await answeredQuestions(backendUrl, officer)).map((one) => [one.id, one]));
  const lost = saved.filter(({ id, version, turn }) => {
    const now = standing.get(id);
    // The option that stands is the one before the next turn's.
    return now?.version !== version || now.turn % 2 !== turn % 2;
  });
  if (lost.length > 0) throw new Error(`${lost.length} of ${saved.length} answers are not as acknowledged`);
}
