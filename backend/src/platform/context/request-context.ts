import { AsyncLocalStorage } from 'node:async_hooks';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { ExportPurpose } from '../kernel/export-purpose.js';

/** Who acts: a signed-in person as a member of one organization, the system itself, or nobody known. */
export type Actor =
  | {
      type: 'person';
      personId: string;
      memberId: string;
      name: string;
      role: string;
      sessionId: string | null;
    }
  /** `askedBy`: the member who asked for what it does. */
  | { type: 'system'; name: string; askedBy?: { memberId: string; name: string } | null }
  | { type: 'anonymous' };

/** What one request or job carries through every layer. Filled by the access guard or the job runner. */
export interface RequestContext {
  requestId: string;
  ip: string | null;
  actor: Actor;
  organizationId: string | null;
  /** IANA zone of the organization: dates in law are dates there. */
  timeZone: string;
  permissions: ReadonlySet<string>;
  /** What is read is read as it was at the end of this day. */
  asOf?: CalendarDate;
  /** What a table is taken out for, where the request says so. */
  exportPurpose?: ExportPurpose;
}

/** Events that belong to the installation and no organization are kept under this id. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000';

const storage = new AsyncLocalStorage<RequestContext>();

export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

export function currentContext(): RequestContext {
  const context = storage.getStore();
  if (!context) throw new Error('no request context: run inside runInContext');
  return context;
}

export function contextIfAny(): RequestContext | undefined {
  return storage.getStore();
}

export function anonymousContext(requestId: string, ip: string | null): RequestContext {
  return {
    requestId,
    ip,
    actor: { type: 'anonymous' },
    organizationId: null,
    timeZone: 'UTC',
    permissions: new Set(),
  };
}

export function systemContext(
  name: string,
  organizationId: string,
  timeZone: string,
  requestId: string,
  askedBy: { memberId: string; name: string } | null = null,
): RequestContext {
  return {
    requestId,
    ip: null,
    actor: { type: 'system', name, askedBy },
    organizationId,
    timeZone,
    permissions: new Set(),
  };
}

/** The member who acts; for use cases that write down who did it. */
export function currentMember(): { memberId: string; personId: string; name: string; role: string } {
  const { actor } = currentContext();
  if (actor.type !== 'person') throw new Error('this use case needs a signed-in member');
  return actor;
}
