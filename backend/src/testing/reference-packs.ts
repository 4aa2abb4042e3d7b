import pg from 'pg';
import { installShippedPacks } from '../modules/compliance/index.js';
import type { TestDatabase } from './test-database.js';

/** Installs the packs that ship, as the worker's role does on the first start. */
export async function installReferencePacks(database: TestDatabase): Promise<void> {
  const worker = new pg.Client({ connectionString: database.url('part164_worker') });
  await worker.connect();
  try {
    await installShippedPacks(
      async <Row>(sql: string, params?: unknown[]) => (await worker.query(sql, params)).rows as Row[],
    );
  } finally {
    await worker.end();
  }
}
