import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import type { Planning } from './planned-statements.js';
import { TenantDb, type ReadTx } from './tenant-db.js';

let test: TestApp;
let db: TenantDb;
beforeAll(async () => {
  test = await startTestApp();
  db = test.app.get(TenantDb);
});
afterAll(() => test.close());

const asOfficer = <T>(work: (tx: ReadTx) => Promise<T>) =>
  test.as(test.a.members['compliance-officer'], () => db.read(work));
const SITES = 'select count(*)::int as n from site where organization_id = $1 and name <> $2';
const keptHere = (tx: ReadTx) =>
  tx.query<{ statement: string; generic: string; custom: string }>(
    `select statement, generic_plans as generic, custom_plans as custom from pg_prepared_statements`,
  );
const often = async (tx: ReadTx, sql: string, planning: Planning, times = 12) => {
  for (let n = 0; n < times; n += 1) await tx.query(sql, [tx.organizationId, 'nowhere'], planning);
};

describe('a statement whose plan is kept', () => {
  it('is planned once for all values, and only after it was asked often', async () => {
    const kept = await asOfficer(async (tx) => {
      await often(tx, SITES, 'once');
      return keptHere(tx);
    });
    const [mine] = kept.filter(({ statement }) => statement === SITES);
    expect(Number(mine!.generic)).toBeGreaterThan(5);
    expect(Number(mine!.custom)).toBe(0);
  });

  it('leaves the others of its transaction to be planned by their values', async () => {
    const modes = await asOfficer(async (tx) => {
      await often(tx, `${SITES} and id is not null`, 'once');
      return tx.query<{ plan_cache_mode: string }>('show plan_cache_mode');
    });
    expect(modes).toEqual([{ plan_cache_mode: 'auto' }]);
  });

  it('sees the rows of its own organization alone, on whichever connection it was planned', async () => {
    const names = 'select organization_id as id from organization';
    const seen = async (organization: 'a' | 'b') =>
      test.as(test[organization].members['compliance-officer'], () =>
        db.read(async (tx) => {
          const rows: { id: string }[][] = [];
          for (let n = 0; n < 8; n += 1) rows.push(await tx.query<{ id: string }>(names, [], 'once'));
          return { organizationId: tx.organizationId, rows };
        }),
      );
    for (const organization of ['a', 'b', 'a', 'b'] as const) {
      const { organizationId, rows } = await seen(organization);
      for (const answer of rows) expect(answer).toEqual([{ id: organizationId }]);
    }
  });

  it('that a migration has made useless costs one request and not the connection’s whole life', async () => {
    const asked = 'select t.* from kept_plan t where $1::uuid is not null and $2 <> t.word';
    await test.database.asSuperuser(
      `create table kept_plan (word text); grant select on kept_plan to part164_app; insert into kept_plan values ('one')`,
    );
    await asOfficer((tx) => often(tx, asked, 'once'));
    await test.database.asSuperuser(`alter table kept_plan add column other text default 'two'`);
    const answers = [];
    for (let n = 0; n < 40; n += 1)
      answers.push(
        await asOfficer((tx) => tx.query(asked, [tx.organizationId, 'nowhere'], 'once')).catch(
          (error: Error) => error.message,
        ),
      );
    expect(answers.at(-1)).toEqual([{ word: 'one', other: 'two' }]);
  });
});
