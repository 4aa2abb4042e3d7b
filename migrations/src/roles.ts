import type { Client } from 'pg';
import { isVerifierOf, scramVerifier } from './scram.js';

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

interface Role {
  rolname: string;
  rolcanlogin: boolean;
  rolinherit: boolean;
  rolcreatedb: boolean;
  rolcreaterole: boolean;
  rolconnlimit: number;
  rolsuper: boolean;
  rolbypassrls: boolean;
  rolreplication: boolean;
}

/** Creates the roles that are missing and sets the passwords; idempotent. */
export async function ensureRoles(admin: Client, passwords: RolePasswords): Promise<void> {
  const { rows } = await admin.query<Role>(`select * from pg_roles where rolname like 'part164\\_%'`);
  const present = new Map(rows.map((row) => [row.rolname, row]));
  const { rows: me } = await admin.query<{ name: string; rolsuper: boolean }>(
    `select rolname as name, rolsuper from pg_roles where rolname = current_user`,
  );
  const { name, rolsuper } = me[0]!;
  const kept = rolsuper ? await keptVerifiers(admin) : new Map<string, string | null>();
  for (const role of OWNER_ROLES) {
    if (!present.has(role)) await admin.query(`create role ${role} nologin noinherit`);
  }
  for (const role of LOGIN_ROLES) {
    const wanted = changesOf(role, present.get(role));
    if (!isVerifierOf(kept.get(role) ?? null, passwords[role])) {
      wanted.push(`password ${admin.escapeLiteral(scramVerifier(passwords[role]))}`);
    }
    if (wanted.length === 0) continue;
    const verb = present.has(role) ? 'alter' : 'create';
    await admin.query(`${verb} role ${role} ${wanted.join(' ')}`).catch((error: unknown) => {
      throw refusal(error, name, role, wanted);
    });
  }
  // A managed PostgreSQL's administrator is no superuser: it must be a member to act as the owners.
  if (!rolsuper) {
    for (const role of [...OWNER_ROLES, 'part164_queue']) await admin.query(`grant ${role} to current_user`);
  }
}

/** Only a superuser may read them. Everybody else sets the password anew. */
async function keptVerifiers(admin: Client): Promise<Map<string, string | null>> {
  const { rows } = await admin.query<{ rolname: string; rolpassword: string | null }>(
    'select rolname, rolpassword from pg_authid where rolname = any ($1)',
    [LOGIN_ROLES],
  );
  return new Map(rows.map((row) => [row.rolname, row.rolpassword]));
}

/**
 * The attributes that are not as they should be. Naming one is asking for the right to change it, which a role that
 * may only create roles has not of CREATEDB, even where nothing would change.
 */
function changesOf(role: LoginRole, now: Role | undefined): string[] {
  const changes = [];
  if (!now?.rolcanlogin) changes.push('login');
  if (now?.rolinherit !== false) changes.push('noinherit');
  if (now?.rolcreatedb !== false) changes.push('nocreatedb');
  if (now?.rolcreaterole !== false) changes.push('nocreaterole');
  // Somebody widened it: the walls between organizations would not hold it.
  if (now?.rolsuper) changes.push('nosuperuser');
  if (now?.rolbypassrls) changes.push('nobypassrls');
  if (now?.rolreplication) changes.push('noreplication');
  if (now?.rolconnlimit !== CONNECTION_LIMIT[role]) {
    changes.push(`connection limit ${CONNECTION_LIMIT[role]}`);
  }
  return changes;
}

/** Who may not change a role of ours (somebody else made it, or widened it) is told what a superuser has to do. */
function refusal(error: unknown, name: string, role: LoginRole, wanted: string[]): unknown {
  if ((error as { code?: string }).code !== '42501') return error;
  const { message, detail } = error as { message: string; detail?: string };
  const attributes = wanted.filter((change) => !change.startsWith('password '));
  const fixes = [
    `GRANT ${role} TO "${name.replaceAll('"', '""')}" WITH ADMIN OPTION;`,
    ...(attributes.length > 0 ? [`ALTER ROLE ${role} ${attributes.join(' ').toUpperCase()};`] : []),
  ];
  return new Error(
    `DATABASE_URL: the role ${name} may not change the role ${role} (${[message, detail].filter(Boolean).join('. ')}). As a superuser: ${fixes.join(' ')}`,
  );
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
