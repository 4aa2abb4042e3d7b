import type { Client } from 'pg';

/** The roles of docs/decisions/0003: who may log in gets a password, the owners never log in. */
export const LOGIN_ROLES = ['part164_app', 'part164_worker', 'part164_queue', 'part164_backup'] as const;
export const OWNER_ROLES = ['part164_owner', 'part164_audit'] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];
export type RolePasswords = Record<LoginRole, string>;

const CONNECTION_LIMIT = {
  part164_app: 60,
  part164_worker: 30,
  part164_queue: 60,
  part164_backup: 4,
} as const;

/** Creates the roles that are missing and sets the passwords; idempotent. */
export async function ensureRoles(admin: Client, passwords: RolePasswords): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname like 'part164\\_%'`,
  );
  const present = new Set(rows.map((row) => row.rolname));
  for (const role of OWNER_ROLES) {
    if (!present.has(role)) await admin.query(`create role ${role} nologin noinherit`);
  }
  for (const role of LOGIN_ROLES) {
    const verb = present.has(role) ? 'alter' : 'create';
    const password = admin.escapeLiteral(passwords[role]);
    await admin.query(
      `${verb} role ${role} login noinherit nocreatedb nocreaterole connection limit ${CONNECTION_LIMIT[role]} password ${password}`,
    );
  }
  // A managed PostgreSQL's administrator is no superuser: it must be a member to act as the owners.
  const { rows: me } = await admin.query<{ rolsuper: boolean }>(
    `select rolsuper from pg_roles where rolname = current_user`,
  );
  if (!me[0]?.rolsuper) {
    for (const role of [...OWNER_ROLES, 'part164_queue']) await admin.query(`grant ${role} to current_user`);
  }
}

/** Creates the schemas with their owners and closes what PostgreSQL leaves open to everybody; idempotent. */
export async function ensureSchemas(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('select quote_ident(current_database()) as name');
  const database = rows[0]!.name;
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query(`grant connect on database ${database} to ${LOGIN_ROLES.join(', ')}`);
  await admin.query(`grant create on database ${database} to part164_owner`);
  // BullMQ adds jobs in bulk through a temporary table.
  await admin.query(`grant temporary on database ${database} to part164_queue`);
  await admin.query('revoke all on schema public from public');
  await admin.query('grant usage, create on schema public to part164_owner');
  await admin.query('grant usage on schema public to part164_app, part164_worker, part164_backup');
  await admin.query('create schema if not exists audit authorization part164_audit');
  await admin.query(
    'grant usage on schema audit to part164_owner, part164_app, part164_worker, part164_backup',
  );
  await admin.query('create schema if not exists bullmq authorization part164_queue');
  await admin.query(
    'alter default privileges for role part164_owner revoke execute on functions from public',
  );
}
