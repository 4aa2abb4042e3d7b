import '../../platform/audit/event-types.js';

declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    /** What waits too long for a second person. */
    'notice.decisions-due': { reminders: number };
  }
}
