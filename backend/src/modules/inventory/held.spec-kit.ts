import pg from 'pg';
import type { TestApp } from '../../testing/test-app.js';

/** Runs a statement as somebody else of organization A, and holds what it holds until the answer is called. */
export async function holding(test: TestApp, sql: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: test.database.url('part164_app') });
  await client.connect();
  await client.query('begin');
  await client.query(`select set_config('app.organization_id', $1, true)`, [test.a.id]);
  await client.query(sql);
  return async () => {
    await client.query('commit');
    await client.end();
  };
}

/** What comes of it within a second, else that it waits. */
export function soon<T>(of: Promise<T>): Promise<T | 'waits'> {
  return Promise.race([of, new Promise<'waits'>((resolve) => setTimeout(() => resolve('waits'), 1_000))]);
}
