import type { Pool } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * The door to what belongs to no organization: people, sessions, the directory of organizations, the packs. It
 * cannot name an organization's settings, so row-level security shows it nothing of theirs.
 */
export class SystemDb {
  constructor(private readonly source: DataSource) {}

  async query<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    const pool = (this.source.driver as unknown as { master: Pool }).master;
    return (await pool.query(sql, params)).rows as Row[];
  }

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction(work);
  }
}
