declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'obligation.opened': { kind: string; dueOn: string };
    'obligation.met': { kind: string; metOn: string };
    'obligation.cancelled': { kind: string };
    'obligation.moved': { kind: string; fromDueOn: string; toDueOn: string };
    'obligation.assigned': { kind: string };
    'obligation.reminders-due': { reminders: number; skipped: number };
    'obligation.zone-followed': { obligations: number; timeZone: string };
  }
}
export {};
