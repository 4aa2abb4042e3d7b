import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataSource } from 'typeorm';
import { startTestApp, type TestApp } from '../../../testing/test-app.js';
import { createDataSource } from '../../database/data-source.js';
import { TenantDb, type WriteTx } from '../../database/tenant-db.js';
import { DataKeys } from '../../crypto/data-keys.js';
import { Frontier } from '../merkle/frontier.js';
import { AuditSealer } from './audit-sealer.js';

let test: TestApp;
let worker: DataSource;
let db: TenantDb;

beforeAll(async () => {
  test = await startTestApp();
  worker = await createDataSource(test.database.url('part164_worker'), 12, []).initialize();
  db = test.app.get(TenantDb);
});
afterAll(async () => {
  await worker.destroy();
  await test.close();
});

const newSealer = (): AuditSealer => new AuditSealer(worker, test.app.get(DataKeys));
const recordOne = (tx: WriteTx): void =>
  tx.audit.record({ action: 'site.updated', target: { type: 'site', id: null } });
const writeOne = (work: (tx: WriteTx) => Promise<void> = () => Promise.resolve()): Promise<void> =>
  test.as(test.a.members['compliance-officer'], () =>
    db.write(async (tx) => {
      recordOne(tx);
      await work(tx);
    }),
  );

const counts = async (): Promise<{ events: number; leaves: number; inOrder: boolean; whole: boolean }> => {
  const [row] = await test.database.asSuperuser<{
    events: number;
    leaves: number;
    ordered: boolean;
    whole: boolean;
  }>(
    `with l as (select l.organization_id, l.leaf_index, e.xid, e.id, lag((e.xid, e.id)) over w < (e.xid, e.id) as ordered,
                  l.leaf_index = coalesce(lag(l.leaf_index) over w + 1, 0) as follows
                from audit.leaf l join audit.event e on (e.organization_id, e.id) = (l.organization_id, l.event_id)
                window w as (partition by l.organization_id order by l.leaf_index))
     select (select count(*)::int from audit.event) as events, (select count(*)::int from audit.leaf) as leaves,
       coalesce(bool_and(ordered), true) as ordered, coalesce(bool_and(follows), true) as whole from l`,
  );
  return { events: row!.events, leaves: row!.leaves, inOrder: row!.ordered, whole: row!.whole };
};

/** Other databases of the same server may hold transactions open too: the sealer waits for those, and so do we. */
async function until(done: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error('the sealer did not come to its end');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const isSealed = async (): Promise<boolean> => {
  const { events, leaves } = await counts();
  return events === leaves;
};
const sealAll = (): Promise<void> =>
  until(async () => {
    await newSealer().sealOnce();
    return isSealed();
  });

describe('the sealer', () => {
  it('seals what sixteen writers append at once, misses nothing, and keeps the order of transactions', async () => {
    const [one, two] = [newSealer(), newSealer()];
    one.start();
    two.start();
    await Promise.all(
      Array.from({ length: 16 }, async (_, writer) => {
        for (let n = 0; n < 25; n += 1) {
          // Some transactions stay open over several rounds of the sealer while later ones commit.
          await writeOne(
            n % 10 === writer % 10
              ? async (tx) => {
                  await tx.query('select pg_current_xact_id(), pg_sleep(0.3)');
                }
              : undefined,
          );
        }
      }),
    );
    await until(isSealed);
    await Promise.all([one.stop(), two.stop()]);
    const { events, leaves, inOrder, whole } = await counts();
    expect(events).toBeGreaterThan(400);
    expect({ leaves, inOrder, whole }).toEqual({ leaves: events, inOrder: true, whole: true });
  });

  it('does not seal a later row before one whose transaction is still open', async () => {
    await sealAll();
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const slow = writeOne(async (tx) => {
      await tx.query('select pg_current_xact_id()');
      await held;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await writeOne();
    const sealer = newSealer();
    await sealer.sealOnce();
    const before = await counts();
    letGo();
    await slow;
    await sealAll();
    const after = await counts();
    expect(before.events - before.leaves).toBe(1);
    expect(after).toEqual({
      events: before.events + 1,
      leaves: before.events + 1,
      inOrder: true,
      whole: true,
    });
  });

  it('leaves heads that grow from one another, each with the root of its leaves', async () => {
    await writeOne();
    await sealAll();
    const leaves = await test.database.asSuperuser<{ leaf_hash: string }>(
      `select encode(leaf_hash, 'hex') as leaf_hash from audit.leaf where organization_id = $1 order by leaf_index`,
      [test.a.id],
    );
    const heads = await test.database.asSuperuser<{
      from_size: string;
      tree_size: string;
      root_hash: string;
    }>(
      `select from_size, tree_size, encode(root_hash, 'hex') as root_hash from audit.tree_head where organization_id = $1 order by tree_size`,
      [test.a.id],
    );
    const frontier = Frontier.empty();
    for (const head of heads) {
      expect(Number(head.from_size)).toBe(frontier.size);
      for (const leaf of leaves.slice(frontier.size, Number(head.tree_size))) frontier.append(leaf.leaf_hash);
      expect(frontier.root()).toBe(head.root_hash);
    }
    expect(frontier.size).toBe(leaves.length);
  });

  it('is refused by the database when another one was faster', async () => {
    await sealAll();
    await writeOne();
    let sealed = 0;
    await until(async () => {
      const results = await Promise.all([
        newSealer().sealOnce(),
        newSealer().sealOnce(),
        newSealer().sealOnce(),
      ]);
      sealed += results.reduce((sum, one) => sum + one, 0);
      return isSealed();
    });
    expect(sealed).toBe(1);
    expect(await counts()).toMatchObject({ inOrder: true, whole: true });
  });

  it('goes on with the others when one organization has no key, and comes back to it', async () => {
    const keys = test.app.get(DataKeys);
    let isLost = true;
    const ring: DataKeys['ring'] = (organizationId, purpose) =>
      isLost && organizationId === test.a.id
        ? Promise.reject(new Error('planted: the key is gone'))
        : keys.ring(organizationId, purpose);
    const sealer = new AuditSealer(worker, Object.assign(Object.create(keys) as DataKeys, { ring }));
    await writeOne();
    await test.as(test.b.members['compliance-officer'], () =>
      db.write((tx) => Promise.resolve(recordOne(tx))),
    );
    const open = async (id: string): Promise<number> =>
      (
        await test.database.asSuperuser<{ n: number }>(
          `select count(*)::int as n from audit.event e where e.organization_id = '${id}'
           and not exists (select from audit.leaf l where l.event_id = e.id)`,
        )
      )[0]!.n;
    sealer.start();
    try {
      await until(async () => (await open(test.b.id)) === 0);
      expect(await open(test.a.id)).toBe(1);
      isLost = false;
      await until(async () => (await open(test.a.id)) === 0);
    } finally {
      await sealer.stop();
    }
  });

  it('follows by itself once it was started', async () => {
    const sealer = newSealer();
    sealer.start();
    for (let n = 0; n < 5; n += 1) {
      await writeOne();
      await until(isSealed);
    }
    await sealer.stop();
    expect(await counts()).toMatchObject({ inOrder: true, whole: true });
  });
});
