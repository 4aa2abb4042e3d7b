import type { TakenOut } from '../documents/table/export-purpose.js';

declare module '../audit/event-types.js' {
  interface AuditEvents {
    'session.signed-in': { organizations: number };
    'session.sign-in-refused': { reason: string };
    'session.signed-out': object;
    'session.organization-switched': object;
    'access.denied': { route: string; permission: string };
    'organization.created': { kind: string };
    'organization.updated': object;
    'site.created': object;
    'site.updated': object;
    'site.exported': { rows: number } & TakenOut;
    'member.exported': { rows: number } & TakenOut;
    'member.invited': { role: string };
    'member.joined': { role: string };
    'member.updated': object;
    'member.password-changed': { otherSessionsEnded: number };
    'invitation.revoked': object;
    'invitation.exported': { rows: number } & TakenOut;
  }
}
