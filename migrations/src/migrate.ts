import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ensureRoles, ensureSchemas, type RolePasswords } from './roles.js';
import { asTypeOrmMigrations, changedMigrations, readMigrations } from './sql-migrations.js';

/** Any number will do, as long as two migrators use the same one. */
const MIGRATION_LOCK = 164_164;

export interface MigrationReport {
  applied: string[];
  current: string;
}

/**
 * Brings a database to this version: roles, schemas, our SQL, the queue's own tables. Two at once take turns.
 * `adminUrl` names a superuser, or a role that may create roles and owns the database.
 */
export async function migrate(adminUrl: string, passwords: RolePasswords): Promise<MigrationReport> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRoles(admin, passwords);
    await ensureSchemas(admin);
    const applied = await applySql(adminUrl, admin);
    await migrateQueue(admin);
    return { applied, current: readMigrations().at(-1)!.name };
  } finally {
    await admin.end();
  }
}

async function applySql(adminUrl: string, admin: pg.Client): Promise<string[]> {
  const files = readMigrations();
  await admin.query(`set role part164_owner`);
  await admin.query(
    `create table if not exists migration_checksum (name text primary key, sha256 text not null)`,
  );
  const { rows } = await admin.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration_checksum',
  );
  await admin.query('reset role');
  const changed = changedMigrations(files, rows);
  if (changed.length > 0) {
    throw new Error(
      `These migrations were applied and then changed: ${changed.join(', ')}. Restore the files and add a new one.`,
    );
  }
  const source = new DataSource({
    type: 'postgres',
    url: adminUrl,
    migrations: files.map(asTypeOrmMigrations),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    extra: { options: '-c role=part164_owner -c lock_timeout=30s', max: 2 },
  });
  await source.initialize();
  try {
    const done = await source.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

async function migrateQueue(admin: pg.Client): Promise<void> {
  // Its first statement is CREATE SCHEMA IF NOT EXISTS, which asks for this right even when the schema is there.
  const { rows } = await admin.query<{ name: string }>('select quote_ident(current_database()) as name');
  await admin.query(`grant create on database ${rows[0]!.name} to part164_queue`);
  try {
    await admin.query('set role part164_queue');
    await runQueueMigrations(admin, 'bullmq');
  } finally {
    await admin.query('reset role');
    await admin.query(`revoke create on database ${rows[0]!.name} from part164_queue`);
  }
}
