import type { Session } from './session';

export type SessionClock = Pick<Session, 'idleExpiresAt' | 'absoluteExpiresAt' | 'serverTime'>;

export function clockOf({ idleExpiresAt, absoluteExpiresAt, serverTime }: Session): SessionClock {
  return { idleExpiresAt, absoluteExpiresAt, serverTime };
}
