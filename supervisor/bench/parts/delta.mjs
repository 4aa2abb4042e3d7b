import pg from 'pg';
import { getAs } from '../signed-in.mjs';
import { median } from '../statistics.mjs';

const ROUNDS = 5;
const MOST_SECONDS = 1;

/**
 * What is new, changed and gone between the signed analysis of the clinic and its draft of this year with 10,000 risks,
 * 10,000 assets and 20,000 flows.
 * @param {import('../large-instance.mjs').LargeInstance} instance
 * @returns {Promise<import('../table.mjs').Measurement[]>}
 */
export async function measureDelta({ adminUrl, backendUrl, officer }) {
  const { items } = await getAs(`${backendUrl}/api/v1/assessments?limit=100`, officer);
  const { id } = items.find((/** @type {{ status: string }} */ item) => item.status === 'draft');
  const changes = () => getAs(`${backendUrl}/api/v1/assessments/${id}/changes`, officer);
  const database = new pg.Client({ connectionString: adminUrl, application_name: 'part164' });
  await database.connect();
  try {
    await changes();
    const seconds = [];
    const floors = /** @type {number[]} */ ([]);
    for (let round = 0; round < ROUNDS; round += 1) {
      seconds.push(await timed(changes));
      floors.push(await timed(() => readBoth(database)));
    }
    return [
      {
        name: 'delta of two years, 10,000 risks',
        aim: `< ${MOST_SECONDS} s`,
        measured: `${median(seconds).toFixed(2)} s`,
        ratio: median(seconds.map((one, index) => floors[index] / one)),
        met: median(seconds) < MOST_SECONDS,
      },
      {
        name: 'floor: the same risks, answers and flows read by bare pg as rows',
        measured: `${median(floors).toFixed(2)} s`,
      },
    ];
  } finally {
    await database.end();
  }
}

/** @param {pg.Client} database */
async function readBoth(database) {
  const place = `organization_id = (select organization_id from organization where name like 'Juniper%')`;
  for (const table of ['risk', 'answer', 'asset', 'data_flow', 'remediation_action'])
    await database.query(`select * from ${table} where ${place}`);
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
