import { Injectable } from '@nestjs/common';
import { permissionsOf, ROLES, type Role } from '../../access/roles.js';
import { SystemDb } from '../../database/system-db.js';
import { calendarDateIn } from '../../kernel/calendar-date.js';
import { typedId } from '../../kernel/typed-id.js';
import type { SessionView } from '../identity.schemas.js';
import { csrfTokenOf } from '../session-token.js';
import type { ResolvedSession } from '../sessions.js';

export interface MembershipRow {
  organization_id: string;
  member_id: string;
  name: string;
  kind: 'covered-entity' | 'business-associate';
  role: Role;
}

@Injectable()
export class SessionViews {
  constructor(private readonly db: SystemDb) {}

  async of(session: ResolvedSession, token: string): Promise<SessionView> {
    const memberships = await this.membershipsOf(session.personId);
    const idleExpires = new Date(session.lastActiveAt.getTime() + session.idleMinutes * 60_000);
    const role = session.role as Role;
    return {
      person: { id: typedId('person', session.personId), name: session.personName, email: session.email },
      member: { id: typedId('member', session.memberId!) },
      organization: {
        id: typedId('organization', session.organizationId!),
        name: session.organizationName!,
        kind: session.organizationKind!,
        timeZone: session.timeZone,
        idleMinutes: session.idleMinutes,
      },
      memberships: memberships.map((row) => ({
        organizationId: typedId('organization', row.organization_id),
        organizationName: row.name,
        kind: row.kind,
        role: row.role,
        roleLabel: ROLES[row.role],
      })),
      role,
      roleLabel: ROLES[role],
      permissions: [...permissionsOf(role)].sort(),
      csrfToken: csrfTokenOf(token),
      idleExpiresAt: idleExpires.toISOString(),
      absoluteExpiresAt: session.expiresAt.toISOString(),
      today: calendarDateIn(session.timeZone, session.now),
      serverTime: session.now.toISOString(),
    };
  }

  /** Where a person may work, by name. */
  membershipsOf(personId: string): Promise<MembershipRow[]> {
    return this.db.queryAs<MembershipRow>(
      personId,
      `select o.organization_id, m.id as member_id, o.name, o.kind, m.role
       from membership m join organization o on o.organization_id = m.organization_id
       where m.person_id = $1 and m.active order by o.name`,
      [personId],
    );
  }
}
