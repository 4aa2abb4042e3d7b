import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** TypeORM keeps its pool to itself. */
export function poolOf(source: DataSource): Pool {
  return (source.driver as unknown as { master: Pool }).master;
}

/** Ends the transaction behind the caller's back; the connection goes to the next one when it is over. */
export function endBehind(client: PoolClient, how: 'commit' | 'rollback'): void {
  client.query(how).then(
    () => client.release(),
    (failure: Error) => client.release(failure),
  );
}

/**
 * Ends the connection itself; the pool lets go of it when it is released. A client of a pool has `end`, and its type does
 * not; that it cannot say good-bye any more changes nothing.
 */
export function close(client: PoolClient): void {
  (client as unknown as { end(): Promise<void> }).end().catch(() => undefined);
}
