import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, type TestRole } from '../../testing/test-database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const ROLES: TestRole[] = ['part164_app', 'part164_worker', 'part164_queue', 'part164_backup'];
const FORBIDDEN = [
  `insert into audit.event (organization_id) values (gen_random_uuid())`,
  `update audit.event set actor_name = 'x'`,
  `delete from audit.event`,
  `truncate audit.event`,
  `alter table audit.event disable row level security`,
  `alter table audit.event add column x text`,
  `drop table audit.event`,
  `create trigger t before insert on audit.event for each row execute function suppress_redundant_updates_trigger()`,
  `insert into audit.leaf (organization_id) values (gen_random_uuid())`,
  `update audit.leaf set leaf_index = 0`,
  `delete from audit.leaf`,
  `update audit.tree_head set root_hash = ''`,
  `delete from audit.tree_head`,
  `truncate audit.leaf, audit.tree_head, audit.sealer_state`,
  `update audit.sealer_state set tree_size = 0`,
  `delete from audit.sealer_state`,
  `create or replace function audit.append() returns void language sql as 'select'`,
  `set role part164_audit`,
  `set session authorization part164_audit`,
];

describe.each(ROLES)('%s', (role) => {
  it('can neither change, delete, truncate nor alter anything of the audit log', async () => {
    const client = new pg.Client({ connectionString: database.url(role) });
    await client.connect();
    const allowed: string[] = [];
    for (const statement of FORBIDDEN) {
      await client.query('begin');
      await client.query(statement).then(
        () => allowed.push(statement),
        (error: { code?: string }) => expect([statement, error.code]).toEqual([statement, '42501']),
      );
      await client.query('rollback');
    }
    await client.end();
    expect(allowed).toEqual([]);
  });
});

it('only the application and the worker append, and only the worker seals', async () => {
  const may = await database.asSuperuser<{ role: string; name: string; may: boolean }>(
    `select role, name, has_function_privilege(role, p.oid, 'execute') as may
     from unnest($1::text[]) as role, unnest(array['append', 'seal', 'pending']) as name
     join pg_proc p on p.proname = name and p.pronamespace = 'audit'::regnamespace`,
    [[...ROLES]],
  );
  expect(
    may
      .filter((row) => row.may)
      .map((row) => `${row.role} ${row.name}`)
      .sort(),
  ).toEqual(['part164_app append', 'part164_worker append', 'part164_worker pending', 'part164_worker seal']);
});
