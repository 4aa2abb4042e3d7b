import pg from 'pg';

/**
 * One statement on a connection of its own.
 * @param {string} url
 * @param {string} sql
 * @param {{ values?: unknown[], role?: string }} [options] role: act as this one
 * @returns {Promise<any[]>} rows
 */
export async function query(url, sql, { values = [], role } = {}) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'part164',
    ...(role ? { options: `-c role=${role}` } : {}),
  });
  // A server that ends while we are connected says so by an event, beside the rejected promise.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
