import { Injectable } from '@nestjs/common';
import { SystemDb } from '../database/system-db.js';
import type { WriteTx } from '../database/tenant-db.js';
import { newId } from '../database/new-id.js';
import { newToken, tokenHash } from './session-token.js';

/** A session as every request needs it: who, where, and until when. Null fields: signed in, no organization chosen. */
export interface ResolvedSession {
  id: string;
  personId: string;
  personName: string;
  email: string;
  organizationId: string | null;
  organizationName: string | null;
  organizationKind: 'covered-entity' | 'business-associate' | null;
  timeZone: string;
  idleMinutes: number;
  memberId: string | null;
  role: string | null;
  lastActiveAt: Date;
  expiresAt: Date;
  now: Date;
}

const ABSOLUTE_HOURS = 12;
const MOST_PER_PERSON = 5;
const DEFAULT_IDLE_MINUTES = 15;
/** Activity is written down this often at most; the idle limit is judged in minutes. */
const TOUCH_SECONDS = 20;
/** How long another process may still see a session that was ended here. */
const REMEMBER_MS = 1_000;
const MOST_REMEMBERED = 5_000;

/** Server-side sessions: an opaque token in the cookie, its hash and everything else in the database. */
@Injectable()
export class Sessions {
  private readonly remembered = new Map<string, { session: ResolvedSession; until: number }>();

  constructor(private readonly db: SystemDb) {}

  async start(
    personId: string,
    organizationId: string | null,
    ip: string | null,
    userAgent: string | null,
  ): Promise<string> {
    const token = newToken();
    await this.db.query(
      `with old as (
         select id from session where person_id = $2 and revoked_at is null order by last_active_at desc offset $7
       ), ended as (update session set revoked_at = now() where id in (select id from old))
       insert into session (id, token_hash, person_id, organization_id, expires_at, ip, user_agent)
       values ($1, $3, $2, $4, now() + make_interval(hours => ${ABSOLUTE_HOURS}), $5, $6)`,
      [
        newId(),
        personId,
        tokenHash(token),
        organizationId,
        ip,
        userAgent?.slice(0, 300) ?? null,
        MOST_PER_PERSON - 1,
      ],
    );
    return token;
  }

  /** The live session of a token, or why there is none. */
  async resolve(token: string): Promise<ResolvedSession | 'unknown' | 'expired'> {
    const known = this.remembered.get(token);
    if (known && known.until > performance.now()) return known.session;
    const session = await this.load(token);
    if (session === 'unknown') return session;
    const idleUntil = session.lastActiveAt.getTime() + session.idleMinutes * 60_000;
    if (session.now.getTime() >= Math.min(idleUntil, session.expiresAt.getTime())) return 'expired';
    if (this.remembered.size > MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(token, { session, until: performance.now() + REMEMBER_MS });
    return session;
  }

  /** Notes that the person did something. Polling and event streams do not count. */
  async touch(session: ResolvedSession, force = false): Promise<void> {
    if (!force && session.now.getTime() - session.lastActiveAt.getTime() < TOUCH_SECONDS * 1_000) return;
    await this.db.query('update session set last_active_at = now() where id = $1 and revoked_at is null', [
      session.id,
    ]);
    session.lastActiveAt = session.now;
    this.forget();
  }

  async end(sessionId: string): Promise<void> {
    await this.db.query('update session set revoked_at = now() where id = $1', [sessionId]);
    this.forget();
  }

  /** Ends every other session of the person and gives this one a new token, in the caller's transaction. */
  async renewAlone(
    session: Pick<ResolvedSession, 'id' | 'personId'>,
    tx: Pick<WriteTx, 'query'>,
  ): Promise<{ token: string; ended: number }> {
    const token = newToken();
    const ended = await tx.query(
      'update session set revoked_at = now() where person_id = $1 and id <> $2 and revoked_at is null returning id',
      [session.personId, session.id],
    );
    await tx.query('update session set token_hash = $2, last_active_at = now() where id = $1', [
      session.id,
      tokenHash(token),
    ]);
    return { token, ended: ended.length };
  }

  /** Whatever changes people, roles or organizations calls this, so that the next request here sees it. */
  forget(): void {
    this.remembered.clear();
  }

  private async load(token: string): Promise<ResolvedSession | 'unknown'> {
    const rows = await this.db.query<SessionRow>(
      `select s.id, s.person_id, s.organization_id, s.last_active_at, s.expires_at, now() as now, p.name, p.email
       from session s join person p on p.id = s.person_id
       where s.token_hash = $1 and s.revoked_at is null and p.disabled_at is null`,
      [tokenHash(token)],
    );
    const row = rows[0];
    if (!row) return 'unknown';
    const place = row.organization_id ? await this.membership(row.person_id, row.organization_id) : undefined;
    return {
      id: row.id,
      personId: row.person_id,
      personName: row.name,
      email: row.email,
      organizationId: place ? row.organization_id : null,
      organizationName: place?.name ?? null,
      organizationKind: place?.kind ?? null,
      timeZone: place?.time_zone ?? 'UTC',
      idleMinutes: place?.idle_minutes ?? DEFAULT_IDLE_MINUTES,
      memberId: place?.member_id ?? null,
      role: place?.role ?? null,
      lastActiveAt: row.last_active_at,
      expiresAt: row.expires_at,
      now: row.now,
    };
  }

  private async membership(personId: string, organizationId: string): Promise<MembershipRow | undefined> {
    const rows = await this.db.queryAs<MembershipRow>(
      personId,
      `select m.id as member_id, m.role, o.name, o.kind, o.time_zone, o.idle_minutes
       from membership m join organization o on o.organization_id = m.organization_id
       where m.person_id = $1 and m.organization_id = $2 and m.active
         and (m.valid_from_on is null or m.valid_from_on <= (now() at time zone o.time_zone)::date)
         and (m.valid_until_on is null or m.valid_until_on >= (now() at time zone o.time_zone)::date)`,
      [personId, organizationId],
    );
    return rows[0];
  }
}

interface SessionRow {
  id: string;
  person_id: string;
  organization_id: string | null;
  last_active_at: Date;
  expires_at: Date;
  now: Date;
  name: string;
  email: string;
}

interface MembershipRow {
  member_id: string;
  role: string;
  name: string;
  kind: 'covered-entity' | 'business-associate';
  time_zone: string;
  idle_minutes: number;
}
