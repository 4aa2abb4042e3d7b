import { PassThrough } from 'node:stream';
import { z } from 'zod';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import type { JobDefinition } from '../jobs/define-job.js';
import { TenantDb, type WriteTx } from './tenant-db.js';

// Not defined as a job of the product: no worker could do it.
const probe: JobDefinition<{ id: string }> = {
  name: 'spec.probe',
  payload: z.object({ id: z.string() }),
  attempts: 1,
};
let test: TestApp;
let db: TenantDb;
beforeAll(async () => {
  test = await startTestApp();
  db = test.app.get(TenantDb);
});
afterAll(() => test.close());

const addSite = (tx: WriteTx, name: string) =>
  tx.query('insert into site (organization_id, id, name) values ($1, gen_random_uuid(), $2)', [
    tx.organizationId,
    name,
  ]);
const recordSite = (tx: WriteTx) =>
  tx.audit.record({ action: 'site.created', target: { type: 'site', id: null } });
const count = async (sql: string) =>
  Number((await test.database.asSuperuser<{ n: string }>(`select count(*) as n from ${sql}`))[0]!.n);
const asOfficer = <T>(work: () => Promise<T>) => test.as(test.a.members['compliance-officer'], work);

describe('a write', () => {
  it('commits the change, its audit record and its job together', async () => {
    await asOfficer(() =>
      db.write(async (tx) => {
        await addSite(tx, 'together');
        recordSite(tx);
        await tx.enqueue(probe, { id: 'together' });
      }),
    );
    expect(await count(`site where name = 'together'`)).toBe(1);
    expect(await count(`outbox where job_name = 'spec.probe' and payload->>'id' = 'together'`)).toBe(1);
    expect(
      await count(`audit.event where action = 'site.created' and actor_name like 'compliance-officer%'`),
    ).toBe(1);
  });

  it('that recorded nothing is taken back', async () => {
    await expect(asOfficer(() => db.write((tx) => addSite(tx, 'unrecorded')))).rejects.toThrow(
      'must record what it did',
    );
    expect(await count(`site where name = 'unrecorded'`)).toBe(0);
  });

  it('that fails at the end leaves no job and no record', async () => {
    const failing = asOfficer(() =>
      db.write(async (tx) => {
        await addSite(tx, 'failing');
        recordSite(tx);
        await tx.enqueue(probe, { id: 'failing' });
        throw new Error('planted');
      }),
    );
    await expect(failing).rejects.toThrow('planted');
    expect(await count(`site where name = 'failing'`)).toBe(0);
    expect(await count(`outbox where payload->>'id' = 'failing'`)).toBe(0);
  });

  it('holds what TypeORM does in it: nothing is committed before the end', async () => {
    const failing = asOfficer(() =>
      db.write(async (tx) => {
        await tx.manager.transaction((manager) =>
          manager.query('insert into site (organization_id, id, name) values ($1, gen_random_uuid(), $2)', [
            tx.organizationId,
            'nested',
          ]),
        );
        recordSite(tx);
        throw new Error('planted');
      }),
    );
    await expect(failing).rejects.toThrow('planted');
    expect(await count(`site where name = 'nested'`)).toBe(0);
  });

  it.each([
    { few: 'several', bad: 2, of: 3 },
    { few: 'thousands of', bad: 590, of: 600 },
  ])('is taken back when one of $few events cannot be appended', async ({ bad, of }) => {
    await test.database.asSuperuser(
      `create or replace function planted_second() returns trigger language plpgsql as $$ begin raise exception 'second refused'; end $$;
       create trigger planted_second before insert on audit.event for each row when (new.detail->>'n' = '${bad}') execute function planted_second()`,
    );
    const action = 'site.created';
    const target = { type: 'site', id: null } as const;
    await expect(
      asOfficer(() =>
        db.write(async (tx) => {
          await addSite(tx, 'second refused');
          for (let n = 1; n <= of; n += 1) tx.audit.record({ action, target, detail: { n } });
        }),
      ),
    ).rejects.toThrow('second refused');
    await test.database.asSuperuser('drop trigger planted_second on audit.event');
    expect(await count(`site where name = 'second refused'`)).toBe(0);
    expect(await count(`audit.event where detail->>'n' is not null`)).toBe(0);
    // The connection is whole again.
    await asOfficer(() =>
      db.write(async (tx) => {
        await addSite(tx, `after the refusal of ${bad}`);
        recordSite(tx);
      }),
    );
    expect(await count(`site where name = 'after the refusal of ${bad}'`)).toBe(1);
  });

  it('appends each of many events as it appends one', async () => {
    const target = { type: 'site', id: null } as const;
    const detail = (n: number) => ({ many: n, text: `Anna's "site", {${n}}`, nothing: null });
    await asOfficer(() =>
      db.write((tx) => {
        for (let n = 1; n <= 600; n += 1)
          tx.audit.record({ action: 'site.created', target, detail: detail(n) });
        return Promise.resolve();
      }),
    );
    const rows = await test.database.asSuperuser<{ detail: { many: number } }>(
      `select detail from audit.event where detail->>'many' is not null order by id`,
    );
    expect(rows.map((row) => row.detail)).toEqual(Array.from({ length: 600 }, (_, i) => detail(i + 1)));
  });

  it('is taken back when the audit log cannot be written', async () => {
    await test.database.asSuperuser(
      `create function planted_full() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$;
       create trigger planted before insert on audit.event for each row when (new.action = 'site.created') execute function planted_full()`,
    );
    await expect(
      asOfficer(() =>
        db.write(async (tx) => {
          await addSite(tx, 'unlogged');
          recordSite(tx);
        }),
      ),
    ).rejects.toThrow('disk full');
    await test.database.asSuperuser('drop trigger planted on audit.event');
    expect(await count(`site where name = 'unlogged'`)).toBe(0);
  });

  it('cannot put a record under another organization, nor append to its audit log', async () => {
    const intruding = (sql: string, params: unknown[]) =>
      asOfficer(() =>
        db.write(async (tx) => {
          recordSite(tx);
          await tx.query(sql, params);
        }),
      );
    await expect(
      intruding('insert into site (organization_id, id, name) values ($1, gen_random_uuid(), $2)', [
        test.b.id,
        'x',
      ]),
    ).rejects.toThrow('row-level security');
    await expect(
      intruding(
        `select audit.append($1, gen_random_uuid(), now(), 'system', null, null, null, 'a', 't', null, null, null, 'ok', null, null, null, '[]', '{}', '{}', '\\x00', '\\x00')`,
        [test.b.id],
      ),
    ).rejects.toThrow('row-level security');
  });
});

describe('a read', () => {
  it('cannot write', async () => {
    await expect(
      asOfficer(() => db.read((tx) => tx.query('delete from proposal_dismissal'))),
    ).rejects.toThrow('read-only transaction');
  });

  it('sees its own organization only, also when it asks for all rows', async () => {
    const names = await asOfficer(() =>
      db.read((tx) => tx.query<{ name: string }>('select name from organization')),
    );
    expect(names).toEqual([{ name: 'Alder Family Clinic' }]);
  });

  it('leaves no organization behind in the pool, whatever happened', async () => {
    await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        test.as((n % 2 ? test.a : test.b).members.staff, () =>
          db.read(async (tx) => {
            const rows = await tx.query<{ organization_id: string }>(
              'select organization_id from organization',
            );
            expect(rows.map((row) => row.organization_id)).toEqual([n % 2 ? test.a.id : test.b.id]);
            if (n % 3 === 0) await tx.query('select broken syntax here from');
          }),
        ),
      ),
    ).then((results) =>
      expect(
        results.filter((r) => r.status === 'rejected').every((r) => String(r.reason).includes('syntax')),
      ).toBe(true),
    );
    const { SystemDb } = await import('./system-db.js');
    const left = await Promise.all(
      Array.from({ length: 12 }, () =>
        test.app
          .get(SystemDb)
          .query<{ s: string | null }>(
            `select nullif(current_setting('app.organization_id', true), '') as s`,
          ),
      ),
    );
    expect(left.flat().every((row) => row.s === null)).toBe(true);
  });

  it('fails when its transaction could not begin, instead of finding nothing', async () => {
    const source = test.app.get(DataSource);
    // TypeORM keeps its pool to itself.
    const { master } = source.driver as unknown as { master: Pool };
    const released: unknown[] = [];
    const client = {
      query: (sql: string) => {
        if (sql.startsWith('begin')) return Promise.reject(new Error('planted: no begin'));
        return Promise.resolve({ rows: [] });
      },
      release: (broken?: Error) => released.push(broken),
      connection: { stream: new PassThrough() },
    };
    const connect = vi.spyOn(master, 'connect').mockImplementation((() => Promise.resolve(client)) as never);
    try {
      await expect(asOfficer(() => db.read((tx) => tx.query('select id from asset')))).rejects.toThrow(
        'planted: no begin',
      );
    } finally {
      connect.mockRestore();
    }
    expect(released).toEqual([undefined]);
  });

  it('needs to know the organization', async () => {
    await expect(db.read((tx) => tx.query('select 1'))).rejects.toThrow('no request context');
  });
});
