import type { TakenOut } from '../documents/table/export-purpose.js';

declare module './event-types.js' {
  interface AuditEvents {
    'audit.exported': TakenOut<'csv' | 'xlsx' | 'json' | 'pdf'> & {
      rows: number;
      volume?: number;
      filter: Record<string, string>;
    };
    'audit.verification-requested': { jobRunId: string };
    'audit.verified': { rows: number; faults: number };
  }
}
