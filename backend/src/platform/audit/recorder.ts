import { v7 } from 'uuid';
import type { KeyRing } from '../crypto/data-keys.js';
import type { RequestContext } from '../context/request-context.js';
import type { AuditAction, AuditEntry } from './event-types.js';
import {
  canonicalBytes,
  canonicalJson,
  columnSums,
  instantText,
  rowDigest,
  rowMac,
  valueMac,
  type AuditEventRow,
} from './event-row.js';

const APPEND = `select audit.append($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21)`;

/** Appends one event. Texts and bytes only: nothing in it can fail before the database has it. */
export interface AppendStatement {
  sql: string;
  params: (string | Buffer | null)[];
}

/** Collects what a transaction did; the statements that append it run before the commit, in that same transaction. */
export class AuditRecorder {
  private readonly rows: AuditEventRow[] = [];

  constructor(
    private readonly context: RequestContext,
    private readonly organizationId: string,
    /** Database time. */
    private readonly at: Date,
    private readonly keys: KeyRing,
  ) {}

  record<A extends AuditAction>(entry: AuditEntry<A>): void {
    const { actor, requestId, ip } = this.context;
    const person = actor.type === 'person' ? actor : null;
    const changes = Object.entries(entry.changes ?? {});
    this.rows.push({
      organizationId: this.organizationId,
      // Made of the event's own time, so that the order of ids is the order of times.
      id: v7({ msecs: this.at.getTime(), seq: this.rows.length }),
      at: instantText(this.at),
      actorType: actor.type,
      actorId: person?.memberId ?? null,
      actorName: actor.type === 'anonymous' ? null : actor.name,
      sessionId: person?.sessionId ?? null,
      action: entry.action,
      targetType: entry.target.type,
      targetId: entry.target.id,
      parentType: entry.parent?.type ?? null,
      parentId: entry.parent?.id ?? null,
      outcome: entry.outcome ?? 'ok',
      reasonCode: entry.reasonCode ?? null,
      requestId,
      ip,
      changedFields: canonicalJson(changes.map(([field]) => field)),
      valueMacs: canonicalJson(
        Object.fromEntries(
          changes.map(([field, { from, to }]) => [field, [this.mac(field, from), this.mac(field, to)]]),
        ),
      ),
      detail: canonicalJson(entry.detail ?? {}),
    });
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  statements(): AppendStatement[] {
    return this.rows.map((row) => ({ sql: APPEND, params: this.paramsOf(row) }));
  }

  private paramsOf(row: AuditEventRow): AppendStatement['params'] {
    const canonical = canonicalBytes(row);
    const sums = columnSums(canonical);
    return [
      row.organizationId,
      row.id,
      row.at,
      row.actorType,
      row.actorId,
      row.actorName,
      row.sessionId,
      row.action,
      row.targetType,
      row.targetId,
      row.parentType,
      row.parentId,
      row.outcome,
      row.reasonCode,
      row.requestId,
      row.ip,
      row.changedFields,
      row.valueMacs,
      row.detail,
      sums,
      Buffer.from(rowMac(this.keys, rowDigest(canonical, sums)), 'hex'),
    ];
  }

  private mac(field: string, value: unknown): string {
    return valueMac(this.keys.current.key, field, value ?? null);
  }
}
