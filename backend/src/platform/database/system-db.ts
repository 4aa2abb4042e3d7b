import type { DataSource, EntityManager } from 'typeorm';
import { endBehind, poolOf } from './pool-client.js';
import { UUID } from './uuid-text.js';

/**
 * The door to what belongs to no organization: people, sessions, the directory of organizations, the packs. It
 * cannot name an organization's settings, so row-level security shows it nothing of theirs.
 */
export class SystemDb {
  constructor(private readonly source: DataSource) {}

  async query<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await poolOf(this.source).query(sql, params)).rows as Row[];
  }

  /** One read as a person, who sees where they belong: it travels with what begins and ends its transaction. */
  async queryAs<Row>(personId: string, sql: string, params: unknown[] = []): Promise<Row[]> {
    if (!UUID.test(personId)) throw new Error('not the id of a person');
    const client = await poolOf(this.source).connect();
    try {
      const [, answer] = await Promise.all([
        // The id was checked to be a UUID, so it may stand in the text.
        client.query(`begin read only; select set_config('app.person_id', '${personId}', true)`),
        client.query(sql, params),
      ]);
      endBehind(client, 'commit');
      return answer.rows as Row[];
    } catch (error) {
      endBehind(client, 'rollback');
      throw error;
    }
  }

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction(work);
  }
}
