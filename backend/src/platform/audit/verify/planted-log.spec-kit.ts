import { createDataSource } from '../../database/data-source.js';
import { TenantDb } from '../../database/tenant-db.js';
import { DataKeys } from '../../crypto/data-keys.js';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { newId } from '../../database/new-id.js';
import { AuditSealer } from '../seal/audit-sealer.js';
import { verifyOrganization, type Verification } from './verify-organization.js';

const TABLES = ['event', 'leaf', 'tree_head', 'sealer_state'];

/** A sealed log to plant faults in, as somebody could who has the database and not the keys. */
export interface PlantedLog {
  test: TestApp;
  organizationId: string;
  /** Runs SQL as the superuser. `$1` is the organization. */
  sql<Row = Record<string, unknown>>(text: string): Promise<Row[]>;
  verify(): Promise<Verification>;
  /** Each row in a transaction of its own. */
  record(rows: number): Promise<void>;
  recordTogether(rows: number): Promise<void>;
  seal(): Promise<void>;
  /** Takes every planted fault back. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** `batches` of rows, each sealed under a head of its own. */
export async function plantLog(batches: number[]): Promise<PlantedLog> {
  const test = await startTestApp();
  const keys = test.app.get(DataKeys);
  const db = test.app.get(TenantDb);
  const worker = await createDataSource(test.database.url('part164_worker'), 4, []).initialize();
  const sealer = new AuditSealer(worker, keys);
  const organizationId = test.a.id;
  const officer = test.a.members['compliance-officer'];
  const sql = <Row>(text: string): Promise<Row[]> =>
    test.database.asSuperuser<Row>(text, text.includes('$1') ? [organizationId] : []);
  /** What others of this server have open holds the sealer back for a moment. */
  const isWaiting = async (): Promise<boolean> => {
    const [row] = await sql<{ waiting: boolean }>(
      `select exists (select from audit.event e where e.organization_id = $1 and (e.xid, e.id) >
         (coalesce((select last_xid from audit.sealer_state where organization_id = $1), '0'),
          coalesce((select last_event_id from audit.sealer_state where organization_id = $1), '00000000-0000-0000-0000-000000000000'))) as waiting`,
    );
    return row!.waiting;
  };
  const log: PlantedLog = {
    test,
    organizationId,
    sql,
    verify: () =>
      test.as(officer, () =>
        db.read((one) =>
          db.read(async (two) =>
            verifyOrganization([one, two], await keys.ring(organizationId, 'auditdetail')),
          ),
        ),
      ),
    record: async (rows) => {
      for (let n = 0; n < rows; n += 1) await log.recordTogether(1);
    },
    recordTogether: (rows) =>
      test.as(officer, () =>
        db.write((tx) => {
          for (let n = 0; n < rows; n += 1)
            tx.audit.record({
              action: 'site.updated',
              target: { type: 'site', id: newId() },
              parent: { type: 'organization', id: organizationId },
              changes: { name: { from: 'Füller & Söhne', to: `Site ${n}` } },
              detail: {},
            });
          return Promise.resolve();
        }),
      ),
    seal: async () => {
      const deadline = Date.now() + 20_000;
      do {
        if (Date.now() > deadline) throw new Error('the log could not be sealed');
        await sealer.sealOnce();
      } while (await isWaiting());
    },
    restore: async () => {
      await sql(
        TABLES.map(
          (table) => `truncate audit.${table}; insert into audit.${table} select * from kept_${table}`,
        ).join(';'),
      );
    },
    close: async () => {
      await worker.destroy();
      await test.close();
    },
  };
  for (const rows of batches) {
    await log.record(rows);
    await log.seal();
  }
  await sql(TABLES.map((table) => `create table kept_${table} as table audit.${table}`).join(';'));
  await dropConstraints(sql);
  return log;
}

/** Who owns the server is not stopped by constraints. */
async function dropConstraints(sql: PlantedLog['sql']): Promise<void> {
  const rows = await sql<{ statement: string }>(
    `select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname) as statement
     from pg_constraint where connamespace = 'audit'::regnamespace
       and (contype = 'c' or contype in ('p', 'u') and conrelid in ('audit.event'::regclass, 'audit.leaf'::regclass))`,
  );
  const nullable = await sql<{ statement: string }>(
    `select format('alter table %I.%I alter column %I drop not null', table_schema, table_name, column_name) as statement
     from information_schema.columns where table_schema = 'audit' and is_nullable = 'NO' and (table_name = 'event' or column_name not in ('organization_id', 'tree_size'))`,
  );
  await sql([...rows, ...nullable].map((row) => row.statement).join(';'));
}
