// The floor: `pg` in bare `node:http`, as the superuser, so that no row-level security applies.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import {
  FIND_ANSWERS,
  INSERT_EVENT,
  LIST_RISKS,
  productStatement,
  UPDATE_ANSWER,
  UPDATE_FINDING,
} from './floor-statements.mjs';

const CONNECTIONS = 16;

const pool = new pg.Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: CONNECTIONS });
const [{ organization_id: clinic }] = await rows(
  `select organization_id from organization where name like 'Juniper%'`,
);
const statement = await productStatement(clinic);
const places = await rows(FIND_ANSWERS);
if (places.length === 0) throw new Error('there is nothing that the floor could save');
let turn = 0;

/** @type {Record<string, () => Promise<unknown>>} */
const WAYS = {
  '/rows': async () => {
    const items = await rows(LIST_RISKS, [clinic]);
    return { total: items[0].total, items };
  },
  '/statement': async () => (await rows(statement.sql, statement.params))[0],
  '/answer': saveAnswer,
};

const server = createServer((request, response) => {
  const way = WAYS[String(request.url)];
  if (!way) return void response.writeHead(404).end();
  way().then(
    (body) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
    // The load that meets this is worthless and says so.
    (error) => response.writeHead(500).end(String(error.message)),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  process.send?.(address.port);
});
process.once('disconnect', () => process.exit(0));

/** What saving an answer writes, and nothing else: the answer, its finding, and two events. */
async function saveAnswer() {
  const place = places[(turn += 1) % places.length];
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(UPDATE_ANSWER, [
      place.organization_id,
      place.answer_id,
      turn % 2 ? 'gap' : 'in-place',
    ]);
    await client.query(UPDATE_FINDING, [
      place.organization_id,
      place.finding_id,
      turn % 2 ? 'open' : 'resolved',
    ]);
    for (const target of [place.answer_id, place.finding_id]) {
      await client.query(INSERT_EVENT, [
        place.organization_id,
        target,
        place.assessment_id,
        randomBytes(76),
        randomBytes(36),
      ]);
    }
    await client.query('commit');
    return { id: place.answer_id };
  } finally {
    client.release();
  }
}

/**
 * @param {string} sql
 * @param {unknown[]} [params]
 * @returns {Promise<any[]>}
 */
async function rows(sql, params) {
  return (await pool.query(sql, params)).rows;
}
