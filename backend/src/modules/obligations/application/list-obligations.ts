import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { DomainError, notFound } from '../../../platform/kernel/domain-error.js';
import type { ObligationQuery } from '../obligation.schemas.js';
import { countObligations, listObligations, obligationDetail } from '../persistence/obligation-views.js';
import { detailOf, summaryOf } from './obligation-view.js';

/** What is due in the organization, soonest first. */
@Injectable()
export class ListObligations {
  constructor(private readonly db: TenantDb) {}

  page({ limit, cursor, status, kind, ownerId, dueBefore }: ObligationQuery) {
    const filter = {
      status: status ?? null,
      kind: kind ?? null,
      ownerId: ownerId ?? null,
      dueBefore: dueBefore ?? null,
    };
    const after = cursor === undefined ? null : readCursor(cursor);
    return this.db.read(async (tx) => {
      const rows = await listObligations(tx, filter, after, limit + 1);
      const counted = await countObligations(tx, filter);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((row) => summaryOf(row, tx.today)),
        nextCursor: rows.length > limit && last ? `${last.due_on}_${last.id}` : null,
        ...counted,
      };
    });
  }

  show(id: string) {
    return this.db.read(async (tx) => {
      const row = await obligationDetail(tx, id);
      if (!row) throw notFound('obligation');
      return detailOf(row, tx.today);
    });
  }
}

function readCursor(cursor: string): { dueOn: string; id: string } {
  const match = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(cursor);
  if (!match)
    throw new DomainError(
      'request.cursor-unreadable',
      'invalid',
      'This page of the list cannot be found. Start again from the first.',
    );
  return { dueOn: match[1]!, id: match[2]! };
}
