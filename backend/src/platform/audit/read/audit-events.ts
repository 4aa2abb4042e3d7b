import { Injectable } from '@nestjs/common';
import { currentContext } from '../../context/request-context.js';
import { TenantDb } from '../../database/tenant-db.js';
import { typedId } from '../../kernel/typed-id.js';
import type { AuditEventsQuery, AuditEventView } from '../audit.schemas.js';
import { conditionsOf } from './event-filter.js';
import { countEvents, readEvents, viewOf } from './event-rows.js';

/** Counted up to here; beyond, "more than 10,000" says enough. */
const COUNT_CAP = 10_000;

export interface AuditEventList {
  items: AuditEventView[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
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
      };
    });
  }
}
