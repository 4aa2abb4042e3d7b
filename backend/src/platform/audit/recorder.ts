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

/** The types of the parameters of `audit.append`, in its order. */
const TYPES = [
  ...['uuid', 'uuid', 'timestamptz', 'text', 'uuid', 'text', 'uuid', 'text', 'text', 'uuid', 'text', 'uuid'],
  ...['text', 'text', 'text', 'text', 'json', 'json', 'json', 'bytea', 'bytea'],
];
const list = (of: (type: string, index: number) => string): string => TYPES.map(of).join(',');

const APPEND = `select audit.append(${list((_, index) => `$${index + 1}`)})`;
/** The same for many, with a list for each parameter. */
const APPEND_ALL = `select count(audit.append(${list((_, index) => `p${index}`)}))
  from unnest(${list((type, index) => `$${index + 1}::${type}[]`)}) as event(${list((_, index) => `p${index}`)})`;

/** So few leave one by one together with the commit; of more, so many at a time go ahead of it. */
const FEW = 16;
const PIECE = 250;

type Value = string | Buffer | null;

/** Appends one event, or many. Texts and bytes only: nothing in it can fail before the database has it. */
export interface AppendStatement {
  sql: string;
  params: (Value | Value[])[];
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
    // What a person asked for and a job does names the person; its request id names the job.
    const asker = actor.type === 'system' ? (actor.askedBy ?? null) : null;
    const changes = Object.entries(entry.changes ?? {});
    this.rows.push({
      organizationId: this.organizationId,
      // Made of the event's own time, so that the order of ids is the order of times.
      id: v7({ msecs: this.at.getTime(), seq: this.rows.length }),
      at: instantText(this.at),
      actorType: actor.type,
      actorId: (person ?? asker)?.memberId ?? null,
      actorName: actor.type === 'anonymous' ? null : (asker ?? actor).name,
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

  /** What leaves together with the commit. */
  statements(): AppendStatement[] {
    const rows = this.rows.length > FEW ? [] : this.rows;
    return rows.map((row) => ({ sql: APPEND, params: this.paramsOf(row) }));
  }

  /** Of thousands of events, what goes ahead of that; each piece is made when it is asked for, since it takes a while. */
  *pieces(): Generator<AppendStatement> {
    if (this.rows.length <= FEW) return;
    for (let start = 0; start < this.rows.length; start += PIECE) {
      const events = this.rows.slice(start, start + PIECE).map((row) => this.paramsOf(row));
      yield { sql: APPEND_ALL, params: TYPES.map((_, index) => events.map((event) => event[index] ?? null)) };
    }
  }

  private paramsOf(row: AuditEventRow): Value[] {
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
