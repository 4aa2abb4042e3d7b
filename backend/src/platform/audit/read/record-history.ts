import { Injectable } from '@nestjs/common';
import { currentContext, currentMember } from '../../context/request-context.js';
import { TenantDb } from '../../database/tenant-db.js';
import { DomainError, notFound } from '../../kernel/domain-error.js';
import type { HistoryQuery } from '../audit.schemas.js';
import { recordType, type RecordType } from '../record-types.js';
import { AuditEvents, type AuditEventList } from './audit-events.js';

/** What happened to one record and its parts, for whoever may read the record. */
@Injectable()
export class RecordHistory {
  constructor(
    private readonly db: TenantDb,
    private readonly events: AuditEvents,
  ) {}

  async page(typeName: string, id: string, query: HistoryQuery): Promise<AuditEventList> {
    const type = recordType(typeName);
    if (!type) throw notFound('record');
    await this.refuseUnreadable(type, typeName, id);
    const page = await this.events.page({ ...query, targetId: id });
    // What came in with many others is told by the record that brought it: nothing is known of it alone yet.
    if (page.items.length === 0 && !query.cursor && !(await this.exists(type, id))) throw notFound('record');
    return page;
  }

  private async refuseUnreadable(type: RecordType, typeName: string, id: string): Promise<void> {
    if (type.read === 'any-member' || currentContext().permissions.has(type.read)) return;
    if (type.own && (await this.isOwn(type.own, id))) return;
    const permission = type.read;
    await this.db.write((tx) => {
      tx.audit.record({
        action: 'access.denied',
        target: { type: 'route', id: null },
        outcome: 'denied',
        reasonCode: 'access.denied',
        detail: { route: `GET /records/${typeName}/:id/history`, permission },
      });
      return Promise.resolve();
    });
    throw new DomainError(
      'access.denied',
      'forbidden',
      `Your role does not allow this (${permission}). Ask your organization's admin.`,
    );
  }

  private exists({ labels }: RecordType, id: string): Promise<boolean> {
    if (!labels) return Promise.resolve(false);
    return this.db.read(async (tx) => (await tx.query(labels, [tx.organizationId, [id]])).length > 0);
  }

  private isOwn(sql: string, id: string): Promise<boolean> {
    return this.db.read(
      async (tx) => (await tx.query(sql, [tx.organizationId, id, currentMember().memberId])).length > 0,
    );
  }
}
