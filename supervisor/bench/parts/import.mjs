import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CHECKOUT } from '../../settings.mjs';
import { getAs } from '../signed-in.mjs';
import { median } from '../statistics.mjs';

// It is a package of the backend.
const { parse } = createRequire(join(CHECKOUT, 'backend', 'package.json'))('csv-parse/sync');

const ROUNDS = 3;
const ROWS = 10_000;
const EVERY_BAD = 20;
const MOST_SECONDS = 5;
const LONGEST_COMMIT_SECONDS = 300;

/**
 * A list of 10,000 assets of which 500 have a cell that cannot be read: from the file to the preview that names each, and
 * from the wish to take over the good ones to their being there.
 * @param {import('../large-instance.mjs').LargeInstance} instance
 * @returns {Promise<import('../table.mjs').Measurement[]>}
 */
export async function measureImport({ backendUrl, vendorOfficer }) {
  const api = `${backendUrl}/api/v1/asset-imports`;
  const previews = [];
  const floors = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const list = listOf(round);
    const began = performance.now();
    const preview = await send(api, vendorOfficer, 'POST', { fileName: 'assets.csv', content: list });
    const seconds = secondsSince(began);
    requireCounts(preview);
    const floor = parseAlone(list);
    // The first round only warms up.
    if (round > 0) {
      previews.push(seconds);
      floors.push(floor);
    }
    if (round < ROUNDS)
      await send(`${api}/${preview.id}`, vendorOfficer, 'DELETE', undefined, preview.version);
    else return [...described(previews, floors), await commit(api, vendorOfficer, preview)];
  }
  return [];
}

/**
 * @param {number[]} previews
 * @param {number[]} floors
 * @returns {import('../table.mjs').Measurement[]}
 */
function described(previews, floors) {
  const seconds = median(previews);
  return [
    {
      name: `preview of ${ROWS.toLocaleString('en')} rows, ${ROWS / EVERY_BAD} of them bad`,
      aim: `< ${MOST_SECONDS} s`,
      measured: `${seconds.toFixed(2)} s`,
      ratio: median(previews.map((one, index) => floors[index] / one)),
      met: seconds < MOST_SECONDS,
    },
    { name: 'floor: the same text parsed by csv-parse alone', measured: `${median(floors).toFixed(2)} s` },
  ];
}

/**
 * @param {string} api
 * @param {import('../signed-in.mjs').SignedIn} person
 * @param {{ id: string, version: number }} preview
 * @returns {Promise<import('../table.mjs').Measurement>}
 */
async function commit(api, person, preview) {
  const began = performance.now();
  await send(`${api}/${preview.id}/commit`, person, 'POST', { skipBadRows: true }, preview.version);
  for (;;) {
    const { status } = await getAs(`${api}/${preview.id}`, person);
    if (status === 'committed') break;
    if (secondsSince(began) > LONGEST_COMMIT_SECONDS)
      throw new Error(`the import is ${status} after ${secondsSince(began).toFixed(0)} s`);
    await pause(100);
  }
  return {
    name: `taking over ${(ROWS - ROWS / EVERY_BAD).toLocaleString('en')} rows, each with its audit event, in the background`,
    measured: `${secondsSince(began).toFixed(1)} s`,
  };
}

/** @param {{ counts: { create: number, bad: number } }} preview */
function requireCounts({ counts }) {
  const bad = ROWS / EVERY_BAD;
  if (counts.bad !== bad || counts.create !== ROWS - bad)
    throw new Error(`the preview counts ${JSON.stringify(counts)}`);
}

/** @param {number} round */
function listOf(round) {
  const lines = ['Tag,Name,Kind,Hosting,Holds ePHI,Description'];
  for (let n = 0; n < ROWS; n += 1) {
    const kind = n % EVERY_BAD === 0 ? 'spaceship' : 'device';
    lines.push(
      `I${round}-${n},Workstation ${n},${kind},on-premises,yes,"Front desk, room ${n % 90}, bought with the others"`,
    );
  }
  return lines.join('\r\n');
}

/** @param {string} list */
function parseAlone(list) {
  const began = performance.now();
  if (parse(list).length !== ROWS + 1) throw new Error('the floor read another number of rows');
  return secondsSince(began);
}

/** @param {number} began */
const secondsSince = (began) => (performance.now() - began) / 1000;

/**
 * @param {string} url
 * @param {import('../signed-in.mjs').SignedIn} person
 * @param {string} method
 * @param {object} [body]
 * @param {number} [version] that was seen
 * @returns {Promise<any>}
 */
async function send(url, { cookie, csrfToken }, method, body, version) {
  const response = await fetch(url, {
    method,
    headers: {
      cookie,
      'x-csrf-token': csrfToken,
      'content-type': 'application/json',
      ...(version === undefined ? {} : { 'if-match': `"v${version}"` }),
    },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`);
  return response.status === 204 ? undefined : await response.json();
}
