import { randomBytes } from 'node:crypto';
import pg from 'pg';

export type TestRole = 'part164_app' | 'part164_worker' | 'part164_queue' | 'part164_backup';

/** A database of one spec, copied from the migrated template, on the PostgreSQL that `npm test` boots. */
export interface TestDatabase {
  name: string;
  url(role: TestRole): string;
  /** As the superuser: to look behind row-level security, and to plant faults. */
  asSuperuser<Row = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = variable('PART164_TEST_ADMIN_URL');
  const passwords = JSON.parse(variable('PART164_TEST_ROLE_PASSWORDS')) as Record<TestRole, string>;
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await createFromTemplate(adminUrl, name, variable('PART164_TEST_TEMPLATE'));
  const superuser = new pg.Pool({ connectionString: withDatabase(adminUrl, name), max: 2 });
  // Dropping the database ends idle connections: that is no failure of the spec.
  superuser.on('error', () => undefined);
  return {
    name,
    url: (role) => withLogin(withDatabase(adminUrl, name), role, passwords[role]),
    asSuperuser: async <Row>(sql: string, params: unknown[] = []) =>
      (await superuser.query(sql, params)).rows as Row[],
    drop: async () => {
      await superuser.end();
      await onAdmin(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function createFromTemplate(adminUrl: string, name: string, template: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await onAdmin(adminUrl, (admin) => admin.query(`create database ${name} template ${template}`));
      await onAdmin(withDatabase(adminUrl, name), (admin) => grantConnect(admin, name));
      return;
    } catch (error) {
      // 55006: another spec copies the template at this very moment.
      if ((error as { code?: string }).code !== '55006' || attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 200));
    }
  }
}

/** Rights on the database itself do not come with the template. */
async function grantConnect(admin: pg.Client, name: string): Promise<void> {
  await admin.query(`revoke all on database ${name} from public`);
  await admin.query(
    `grant connect on database ${name} to part164_app, part164_worker, part164_queue, part164_backup`,
  );
  await admin.query(`grant temporary on database ${name} to part164_queue`);
}

async function onAdmin(url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function withDatabase(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}

function withLogin(url: string, role: string, password: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/)[^@/]*@/, `$1${role}:${encodeURIComponent(password)}@`);
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these specs with \`npm test -- --only database\``);
  return value;
}
