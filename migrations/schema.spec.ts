import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE_RULES } from './src/catalogue-rules.js';
import { changedMigrations, readMigrations } from './src/sql-migrations.js';

const { PART164_TEST_ADMIN_URL: adminUrl = '', PART164_TEST_TEMPLATE: template = '' } = process.env;
const name = `schema_${randomBytes(6).toString('hex')}`;
const inDatabase = (database: string) =>
  adminUrl.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`);
let db: pg.Client;

beforeAll(async () => {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  for (let attempt = 0; ; attempt += 1) {
    try {
      await admin.query(`create database ${name} template ${template}`);
      break;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt > 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  await admin.end();
  db = new pg.Client({ connectionString: inDatabase(name) });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});

async function offenders(sql: string): Promise<string[]> {
  return (await db.query<{ offender: string }>(sql)).rows.map((row) => row.offender);
}

/** Runs in a transaction that is taken back. */
async function planting(fault: string, look: () => Promise<void>): Promise<void> {
  await db.query('begin');
  try {
    await db.query(fault);
    await look();
  } finally {
    await db.query('rollback');
  }
}

/** For each rule a change of the schema that breaks it and must be found. */
const PLANTED: Record<string, { fault: string; finds: string }> = {
  'every tenant table has organization_id, not null': {
    fault: 'create table planted (id uuid primary key)',
    finds: 'public.planted',
  },
  'every tenant table has row-level security enabled and forced': {
    fault: 'alter table asset no force row level security',
    finds: 'public.asset',
  },
  'every tenant table has a policy with USING and WITH CHECK on the organization of the transaction': {
    fault: 'drop policy tenant on risk; create policy tenant on risk using (true)',
    finds: 'public.risk',
  },
  'no policy lets the application see rows of every organization': {
    fault: 'create policy everybody on answer for select using (true)',
    finds: 'answer everybody',
  },
  'every primary key and unique index of a tenant table starts with organization_id': {
    fault: 'create unique index planted on site (name)',
    finds: 'planted',
  },
  'every foreign key between tenant tables carries organization_id on both sides': {
    fault:
      'create unique index planted_target on asset (organization_id, id); alter table asset add unique (id); alter table risk add constraint planted foreign key (asset_id) references asset (id)',
    finds: 'planted on risk',
  },
  'the roles that log in are no superusers, bypass nothing, own nothing and inherit no owner': {
    fault: 'alter role part164_app bypassrls',
    finds: 'part164_app',
  },
  'the queue owns its schema and nothing else': {
    fault: 'create table planted (id uuid); alter table planted owner to part164_queue',
    finds: 'planted',
  },
  'only the listed functions run as their owner, and each pins its search path': {
    fault: `create function planted() returns int language sql security definer as 'select 1'`,
    finds: 'planted()',
  },
  'views run with the rights of who asks, and nothing is materialized': {
    fault: 'create view planted as select * from asset',
    finds: 'planted',
  },
  'nobody may change or delete what the audit log holds, and nobody may truncate anything': {
    fault: 'grant update on audit.event to part164_app',
    finds: 'part164_app may UPDATE audit.event',
  },
  'what was signed can only be added': {
    fault: 'grant delete on assessment_snapshot to part164_app',
    finds: 'part164_app may DELETE assessment_snapshot',
  },
  'PUBLIC may use no schema of ours': { fault: 'grant usage on schema audit to public', finds: 'audit' },
};

describe.each(CATALOGUE_RULES)('$name', ({ name: rule, sql }) => {
  it('holds in the migrated schema', async () => {
    expect(await offenders(sql)).toEqual([]);
  });

  it('is seen to be broken when it is', async () => {
    const { fault, finds } = PLANTED[rule]!;
    await planting(fault, async () => expect(await offenders(sql)).toContain(finds));
  });
});

describe('row-level security alone, with no application in between', () => {
  const A = '11111111-1111-7111-8111-111111111111';
  const B = '22222222-2222-7222-8222-222222222222';

  it('shows nothing without an organization, only its own with one, and refuses writes for another', async () => {
    await planting(
      `insert into tenant (id) values ('${A}'), ('${B}');
       insert into organization (organization_id, name, kind, time_zone) values ('${A}', 'A', 'covered-entity', 'UTC'), ('${B}', 'B', 'covered-entity', 'UTC');
       insert into site (organization_id, id, name) values ('${A}', gen_random_uuid(), 'A1'), ('${B}', gen_random_uuid(), 'B1');
       set local role part164_app`,
      async () => {
        const names = async () =>
          (await db.query<{ name: string }>('select name from site')).rows.map((row) => row.name);
        expect(await names()).toEqual([]);
        await db.query(`select set_config('app.organization_id', '${A}', true)`);
        expect(await names()).toEqual(['A1']);
        expect((await db.query('update site set name = $1', ['taken'])).rowCount).toBe(1);
        await db.query('savepoint before');
        await expect(
          db.query(
            `insert into site (organization_id, id, name) values ('${B}', gen_random_uuid(), 'mine now')`,
          ),
        ).rejects.toThrow('row-level security');
        await db.query('rollback to before');
        await expect(db.query(`update site set organization_id = '${B}'`)).rejects.toThrow(
          'row-level security',
        );
      },
    );
  });

  it('leaves no organization behind in a connection after the transaction', async () => {
    await db.query('begin');
    await db.query(`select set_config('app.organization_id', '${A}', true)`);
    await db.query('commit');
    const [row] = (
      await db.query<{ setting: string | null }>(
        `select nullif(current_setting('app.organization_id', true), '') as setting`,
      )
    ).rows;
    expect(row?.setting).toBeNull();
  });

  it('shows no tenant row to any role that logs in when no organization is set', async () => {
    const tables = (
      await db.query<{ name: string }>(
        `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relforcerowsecurity and n.nspname in ('public', 'audit') and c.relname <> 'outbox' and has_table_privilege('part164_app', c.oid, 'select')`,
      )
    ).rows;
    expect(tables.length).toBeGreaterThan(20);
    for (const role of ['part164_app', 'part164_worker']) {
      await planting(
        `insert into tenant (id) values ('${A}'); insert into organization (organization_id, name, kind, time_zone) values ('${A}', 'A', 'covered-entity', 'UTC'); set local role ${role}`,
        async () => {
          for (const table of tables)
            expect(
              (await db.query(`select 1 from ${table.name} limit 1`)).rows,
              `${role} ${table.name}`,
            ).toEqual([]);
        },
      );
    }
  });
});

describe('published migrations', () => {
  it('are never changed: the migrator finds one that was', () => {
    const files = readMigrations();
    const applied = files.map(({ name: file, sha256 }) => ({ name: file, sha256 }));
    expect(changedMigrations(files, applied)).toEqual([]);
    expect(changedMigrations([{ ...files[0]!, sha256: 'other' }], applied)).toEqual([files[0]!.name]);
  });
});
