declare module '../audit/event-types.js' {
  interface AuditEvents {
    'notice.delivered': { mail: string; channel: 'mailbox' | 'smtp' };
    'notice.refused': { mail: string; channel: 'smtp' };
    'message.read': object;
  }
}
export {};
