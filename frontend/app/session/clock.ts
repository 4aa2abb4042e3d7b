import type { Session } from './session';

export type SessionClock = Pick<Session, 'idleExpiresAt' | 'absoluteExpiresAt' | 'serverTime'>;

export function clockOf({ idleExpiresAt, absoluteExpiresAt, serverTime }: Session): SessionClock {
  return { idleExpiresAt, absoluteExpiresAt, serverTime };
}

/** The one that the server said last. */
export function latestClock(
  first: SessionClock,
  ...others: (SessionClock | null | undefined)[]
): SessionClock {
  return others.reduce<SessionClock>(
    (latest, other) => (other && other.serverTime > latest.serverTime ? other : latest),
    first,
  );
}

/** The end of the session on this machine's clock, however wrong that is set. */
export function localExpiry({ idleExpiresAt, absoluteExpiresAt, serverTime }: SessionClock): number {
  const left = Math.min(Date.parse(idleExpiresAt), Date.parse(absoluteExpiresAt)) - Date.parse(serverTime);
  return Date.now() + left;
}

/** Asks the server when the session ends, without counting as activity. */
export async function presentClock(): Promise<SessionClock | 'ended' | null> {
  try {
    const answer = await fetch('/session/clock', { headers: { 'x-part164-passive': '1' } });
    if (answer.status === 401) return 'ended';
    return answer.ok ? ((await answer.json()) as SessionClock) : null;
  } catch {
    return null; // offline: the last known end stands
  }
}
