import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { stale } from '../kernel/stale.js';
import type { WriteTx } from './tenant-db.js';

/**
 * Changes one record, and only if it still has the version that the person saw; the version goes up by one.
 * Two changes at once: the second is refused, nothing is overwritten unseen.
 */
export async function saveVersion<R extends ObjectLiteral & { version: number }>(
  tx: WriteTx,
  record: EntityTarget<R>,
  where: FindOptionsWhere<R>,
  seenVersion: number,
  changes: Partial<R>,
  noun: string,
): Promise<number> {
  const values = {
    ...changes,
    version: seenVersion + 1,
    updatedAt: tx.now,
  } as unknown as QueryDeepPartialEntity<R>;
  const result = await tx.manager.update(record, { ...where, version: seenVersion }, values);
  if (result.affected !== 1) throw stale(noun);
  return seenVersion + 1;
}
