import { Injectable } from '@nestjs/common';
import { currentContext } from '../../context/request-context.js';
import { TenantDb, type ReadTx } from '../../database/tenant-db.js';
import { typedId } from '../../kernel/typed-id.js';
import type { AuditEventsQuery, AuditEventView, AuditFilter } from '../audit.schemas.js';
import { conditionsOf, type Conditions } from './event-filter.js';
import { countEvents, readEvents, viewOf } from './event-rows.js';
import { readSeal } from './seal.js';
import { volumesOf } from './volumes.js';

/** Counted up to here; beyond, "more than 10,000" says enough. */
const COUNT_CAP = 10_000;
/** A filter that leaves more than this is none: the document's volumes are offered up to here. */
const MOST_IN_VOLUMES = 1_000_000;

export interface AuditEventList {
  items: AuditEventView[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  volumes: number;
}

/** The organization's log, newest first. */
@Injectable()
export class AuditEvents {
  constructor(private readonly db: TenantDb) {}

  page({ limit, cursor, ...filter }: AuditEventsQuery): Promise<AuditEventList> {
    return this.db.read(async (tx) => {
      const conditions = conditionsOf(tx.organizationId, filter, currentContext().timeZone);
      const { rows, labels } = await readEvents(tx, conditions, {
        direction: 'newest-first',
        behind: cursor,
        limit: limit + 1,
      });
      const items = rows.slice(0, limit).map((row) => viewOf(row, labels));
      const count = await countEvents(tx, conditions, COUNT_CAP + 1);
      return {
        items,
        nextCursor: rows.length > limit ? typedId('auditEvent', rows[limit - 1]!.id) : null,
        total: Math.min(count, COUNT_CAP),
        totalIsCapped: count > COUNT_CAP,
        volumes: volumesOf(count > COUNT_CAP ? await this.countAll(tx, filter, conditions) : count),
      };
    });
  }

  /** Of a long list. The whole log need not be counted: its tree knows its size. */
  private async countAll(tx: ReadTx, filter: AuditFilter, conditions: Conditions): Promise<number> {
    const isFiltered = Object.values(filter).some((value) => value !== undefined);
    if (isFiltered) return countEvents(tx, conditions, MOST_IN_VOLUMES);
    const { tree_size, unsealed } = await readSeal(tx);
    return Number(tree_size ?? 0) + unsealed;
  }
}
