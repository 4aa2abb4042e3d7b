import type { TakenOut } from '../../platform/documents/table/export-purpose.js';

declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'pack.import-requested': { pack: string; version: string; contentHash: string };
    'pack.installed': { pack: string; version: string; contentHash: string; fileSha256: string | null };
    'pack.exported': { rows: number } & TakenOut;
  }
}
