import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Frontier } from '../merkle/frontier.js';
import { describeFault, type Fault } from './fault.js';
import { plantLog, type PlantedLog } from './planted-log.spec-kit.js';

let log: PlantedLog;
/** The fourth to seventh batch make positions 9 to 28; the log has 40 sealed rows of this organization. */
const BATCHES = [1, 1, 6, 1, 5, 7, 7, 11];

beforeAll(async () => {
  log = await plantLog(BATCHES);
});
afterAll(() => log.close());
afterEach(() => log.restore());

const faults = async (): Promise<Fault[]> => (await log.verify()).faults;
const eventAt = async (position: number): Promise<string> =>
  (
    await log.sql<{ id: string }>(
      `select event_id as id from audit.leaf where organization_id = $1 and leaf_index = ${position - 1}`,
    )
  )[0]!.id;
const words = async (): Promise<string[]> => (await faults()).map((fault) => describeFault(fault));
/** Every place as the fault list names it. */
const found = async (): Promise<string[]> =>
  (await faults()).map(({ kind, position, toPosition }) =>
    [kind, position, toPosition].filter((part) => part !== undefined).join(' '),
  );

describe('a log as it was written', () => {
  it('has no fault, and says how far it reaches', async () => {
    await log.record(2);
    const result = await log.verify();
    expect(result).toMatchObject({
      faultCount: 0,
      faults: [],
      unsealed: 2,
      treeSize: result.rows,
      comparedTo: result.rows,
    });
    expect(result.rows).toBeGreaterThanOrEqual(39);
    expect(result.rootHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has no fault either where hundreds of events were written in one transaction', async () => {
    await log.recordTogether(600);
    await log.seal();
    expect(await log.verify()).toMatchObject({ faultCount: 0, unsealed: 0 });
    await log.sql(`update audit.event set detail = '{"n":1}' where id in
      (select id from audit.event where organization_id = $1 order by xid desc, id desc limit 1)`);
    expect((await log.verify()).faultCount).toBe(1);
  });
});

/** Every way to change one byte of a value, by the type of its column; `at` counts through its text. */
const FLIP: Record<string, (column: string, at: number) => string> = {
  uuid: (column, at) =>
    `overlay(${column}::text placing case substr(${column}::text, ${at}, 1) when '-' then '-' when 'a' then 'b' else 'a' end from ${at} for 1)::uuid`,
  text: (column, at) =>
    `overlay(${column} placing chr(case ascii(substr(${column}, ${at}, 1)) when 120 then 121 else 120 end) from ${at} for 1)`,
  json: (column, at) => `(left(${column}::text, ${at}) || ' ' || substr(${column}::text, ${at + 1}))::json`,
  bytea: (column, at) => `set_byte(${column}, ${at - 1}, get_byte(${column}, ${at - 1}) # ${1 << (at % 8)})`,
  xid8: (column, at) => `(${column}::text::bigint + ${at})::text::xid8`,
  'timestamp with time zone': (column, at) => `${column} + interval '${at} milliseconds'`,
};
const columnsOf = (table: string): Promise<{ name: string; type: string }[]> =>
  log.sql(`select column_name as name, case data_type when 'USER-DEFINED' then udt_name else data_type end as type
           from information_schema.columns where table_schema = 'audit' and table_name = '${table}' order by ordinal_position`);

describe('a changed byte', () => {
  it('of any column of a row is found, at its row and its column', async () => {
    const position = 12;
    const id = await eventAt(position);
    const missed: string[] = [];
    let flips = 0;
    for (const { name, type } of await columnsOf('event')) {
      const [{ length }] = (await log.sql<{ length: number }>(
        `select ${type === 'bytea' ? `length(${name})` : type === 'xid8' || type.startsWith('timestamp') ? '3' : `length(${name}::text)`} as length from audit.event where id = '${id}'`,
      )) as [{ length: number | null }];
      // A value where there was none, and none where there was one.
      const changes =
        length === null
          ? [type === 'uuid' ? 'gen_random_uuid()' : `''`]
          : ['null', ...Array.from({ length }, (_, n) => FLIP[type]!(name, n + 1))];
      for (const change of changes) {
        const rows = await log.sql<{ id: string }>(
          `update audit.event set ${name} = ${change} where id = '${id}' and ${name}::text is distinct from (${change})::text returning coalesce(id::text, '') as id`,
        );
        if (rows.length === 0) continue;
        flips += 1;
        const found = await faults();
        const isNamed =
          name === 'organization_id' || name === 'id'
            ? found.some(
                (fault) => fault.position === position && ['row-deleted', 'row-changed'].includes(fault.kind),
              )
            : found.length === 1 &&
              found[0]!.kind === 'row-changed' &&
              found[0]!.position === position &&
              found[0]!.columns?.join() === name;
        if (!isNamed)
          missed.push(`${name} = ${change}: ${found.map(describeFault).join('; ') || 'nothing found'}`);
        await log.sql(
          `delete from audit.event where id is null or id::text in ('${id}', '${rows[0]!.id}'); insert into audit.event select * from kept_event where id = '${id}'`,
        );
      }
    }
    expect(missed).toEqual([]);
    expect(flips).toBeGreaterThan(450);
  }, 120_000);
});

describe('a deleted row', () => {
  it('is found by its leaf', async () => {
    const id = await eventAt(14);
    await log.sql(`delete from audit.event where id = '${id}'`);
    expect(await faults()).toEqual([{ kind: 'row-deleted', position: 14, eventId: id }]);
  });

  it('that takes its leaf along leaves a gap and a root that does not fit', async () => {
    await log.sql(
      `delete from audit.event where id = '${await eventAt(14)}'; delete from audit.leaf where organization_id = '${log.organizationId}' and leaf_index = 13`,
    );
    expect(await found()).toEqual(['leaf-deleted 14', expect.stringMatching(/^stretch-unclear \d+ \d+$/)]);
  });

  it('is found when the leaves behind it move up', async () => {
    await log.sql(
      `delete from audit.event where id = '${await eventAt(14)}';
       delete from audit.leaf where organization_id = '${log.organizationId}' and leaf_index = 13;
       update audit.leaf set leaf_index = leaf_index - 1 where organization_id = '${log.organizationId}' and leaf_index > 13`,
    );
    const [fault] = await faults();
    expect(fault).toMatchObject({ kind: 'stretch-unclear' });
    expect(fault!.position).toBeLessThanOrEqual(14);
    expect(fault!.toPosition).toBeGreaterThanOrEqual(14);
  });
});

describe('an inserted row', () => {
  const copy = (id: string, changes: string): string =>
    `create temp table planted as select * from audit.event where id = '${id}'; update planted set ${changes}; insert into audit.event select * from planted; drop table planted`;

  it('is found among those not sealed yet', async () => {
    await log.sql(
      copy(
        await eventAt(20),
        `id = '01990000-0000-7000-8000-000000000001', actor_name = 'Nobody', outcome = 'ok', target_id = null, at = now(), xid = pg_current_xact_id()`,
      ),
    );
    expect(await found()).toEqual(['row-inserted']);
  });

  it('is found behind the seal, also when it is made to look like an old one', async () => {
    await log.sql(
      copy(
        await eventAt(20),
        `id = '01990000-0000-7000-8000-000000000001', column_sums = '', row_mac = '\\x00'`,
      ),
    );
    expect(await found()).toEqual(['row-inserted']);
  });

  it('is found when it is sealed like the others', async () => {
    await log.sql(
      copy(
        await eventAt(20),
        `id = '01990000-0000-7000-8000-000000000001', xid = pg_current_xact_id(), actor_name = 'Nobody', target_id = null, at = now()`,
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await log.seal();
    const result = await log.verify();
    expect(result.faults).toMatchObject([
      { kind: 'row-changed', position: result.treeSize, eventId: '01990000-0000-7000-8000-000000000001' },
    ]);
  });

  it('of another organization does not pass as one of this', async () => {
    await log.sql(
      `create temp table planted as select * from audit.event where organization_id = '${log.test.b.id}' limit 1;
       update planted set organization_id = '${log.organizationId}'; insert into audit.event select * from planted; drop table planted`,
    );
    expect(await faults()).toMatchObject([{ kind: 'row-changed', columns: ['organization_id'] }]);
  });

  it('that is there twice is found', async () => {
    const id = await eventAt(17);
    await log.sql(`insert into audit.event select * from audit.event where id = '${id}'`);
    expect(await faults()).toEqual([{ kind: 'row-duplicated', position: 17, eventId: id }]);
  });
});

describe('the tree', () => {
  const ofThis = `organization_id = '$ORG'`;
  const sql = (text: string) => log.sql(text.replaceAll('$THIS', ofThis.replace('$ORG', log.organizationId)));

  it('tells two leaves that changed places', async () => {
    await sql(`update audit.leaf set leaf_index = 33 - leaf_index where $THIS and leaf_index in (16, 17)`);
    expect(await found()).toEqual(['leaf-reordered 17', 'leaf-reordered 18']);
  });

  it('tells a leaf that was changed, and one that was deleted while its row is still there', async () => {
    await sql(
      `update audit.leaf set leaf_hash = set_byte(leaf_hash, 5, get_byte(leaf_hash, 5) # 1) where $THIS and leaf_index = 10`,
    );
    await sql(`delete from audit.leaf where $THIS and leaf_index = 20`);
    expect(await found()).toEqual(['leaf-changed 11', 'leaf-deleted 21']);
  });

  it('tells every flipped byte of a head', async () => {
    const [head] = await log.sql<{ size: string; position: string }>(
      'select tree_size as size from audit.tree_head where organization_id = $1 order by tree_size offset 3 limit 1',
    );
    const place = `where $THIS and tree_size = ${head!.size}`;
    const changes = [
      'from_size = from_size + 1',
      `sealed_at = sealed_at + interval '1 ms'`,
      'root_hash = null',
      'head_mac = null',
      'from_size = null',
    ];
    for (let n = 0; n < 36; n += 1) {
      if (n < 32) changes.push(`root_hash = set_byte(root_hash, ${n}, get_byte(root_hash, ${n}) # 1)`);
      changes.push(`head_mac = set_byte(head_mac, ${n}, get_byte(head_mac, ${n}) # 128)`);
    }
    for (const change of changes) {
      await sql(`update audit.tree_head set ${change} ${place}`);
      expect([change, (await found()).map((text) => text.split(' ')[0])]).toEqual([change, ['head-changed']]);
      await sql(
        `delete from audit.tree_head where $THIS; insert into audit.tree_head select * from kept_tree_head where $THIS`,
      );
    }
  });

  it('tells a head that was moved', async () => {
    const [head] = await log.sql<{ size: string }>(
      'select tree_size as size from audit.tree_head where organization_id = $1 order by tree_size offset 3 limit 1',
    );
    await sql(
      `update audit.tree_head set tree_size = tree_size + 1000000 where $THIS and tree_size = ${head!.size}`,
    );
    expect(await found()).toEqual([
      `head-deleted ${head!.size}`,
      `head-changed ${Number(head!.size) + 1_000_000}`,
    ]);
  });

  it('tells a head that was deleted', async () => {
    const [head] = await log.sql<{ size: string }>(
      'select tree_size as size from audit.tree_head where organization_id = $1 order by tree_size offset 3 limit 1',
    );
    await sql(`delete from audit.tree_head where $THIS and tree_size = ${head!.size}`);
    expect(await found()).toEqual([`head-deleted ${head!.size}`]);
    await log.restore();
    await sql(
      `delete from audit.tree_head where $THIS and tree_size = (select max(tree_size) from audit.tree_head where $THIS)`,
    );
    expect(await found()).toEqual([expect.stringMatching(/^head-deleted /)]);
  });

  it('tells that the place of the sealer was changed', async () => {
    for (const change of [
      'tree_size = tree_size - 1',
      'tree_size = tree_size + 8',
      `last_xid = '1'`,
      'last_event_id = gen_random_uuid()',
      `frontier[1] = decode(repeat('ab', 32), 'hex')`,
      `frontier = '{}'`,
    ]) {
      await sql(`update audit.sealer_state set ${change} where $THIS`);
      expect([change, (await found()).map((text) => text.split(' ')[0])]).toEqual([
        change,
        ['state-changed'],
      ]);
      await sql(
        `delete from audit.sealer_state where $THIS; insert into audit.sealer_state select * from kept_sealer_state where $THIS`,
      );
    }
    await sql(`delete from audit.sealer_state where $THIS`);
    expect(await found()).toEqual([expect.stringMatching(/^state-changed/)]);
  });

  it('cannot be built anew by who has the database only', async () => {
    await sql(`delete from audit.event where id = '${await eventAt(14)}'`);
    await sql(
      `delete from audit.leaf where $THIS; delete from audit.tree_head where $THIS; delete from audit.sealer_state where $THIS`,
    );
    // The product's own sealer, but without the key of the heads: their MACs are not ours.
    await log.seal();
    await sql(`update audit.tree_head set head_mac = sha256(head_mac) || '\\x00000000' where $THIS`);
    expect((await words())[0]).toContain('tree head');
  });
});

describe('an end that was cut off', () => {
  const cut = (rows: number, tables: string[]): Promise<unknown> => {
    const from = `(select max(leaf_index) + 1 - ${rows} from kept_leaf where organization_id = '${log.organizationId}')`;
    const statements: Record<string, string> = {
      event: `delete from audit.event e using kept_leaf l where l.event_id = e.id and l.organization_id = '${log.organizationId}' and l.leaf_index >= ${from}`,
      leaf: `delete from audit.leaf where organization_id = '${log.organizationId}' and leaf_index >= ${from}`,
      tree_head: `delete from audit.tree_head where organization_id = '${log.organizationId}' and tree_size > ${from}`,
    };
    return log.sql(tables.map((table) => statements[table]).join(';'));
  };

  it('is told from the heads', async () => {
    const size = (await log.verify()).treeSize;
    for (const rows of [1, 5, 11, 12, 25]) {
      await cut(rows, ['event', 'leaf']);
      expect(await found()).toEqual([`tail-truncated ${size - rows + 1} ${size}`]);
      await log.restore();
    }
  });

  it('is told from the place of the sealer when the heads are gone too', async () => {
    const size = (await log.verify()).treeSize;
    await cut(11, ['event', 'leaf', 'tree_head']);
    expect(await found()).toEqual([`state-changed ${size - 11} ${size}`]);
  });

  it('without the rows is told leaf by leaf', async () => {
    const size = (await log.verify()).treeSize;
    await cut(3, ['leaf']);
    expect(await found()).toEqual([
      `leaf-deleted ${size - 2}`,
      `leaf-deleted ${size - 1}`,
      `leaf-deleted ${size}`,
    ]);
  });

  it('with everything that speaks of it cannot be seen from inside: that takes an anchor outside', async () => {
    const before = await log.verify();
    await cut(11, ['event', 'leaf', 'tree_head']);
    const leaves = await log.sql<{ hash: string; id: string }>(
      `select encode(leaf_hash, 'hex') as hash, event_id as id from audit.leaf where organization_id = $1 order by leaf_index`,
    );
    const frontier = Frontier.empty();
    for (const { hash } of leaves) frontier.append(hash);
    const roots = frontier.roots.map((root) => `'\\x${root}'::bytea`).join();
    await log.sql(
      `update audit.sealer_state set tree_size = ${leaves.length}, frontier = array[${roots}], last_event_id = '${leaves.at(-1)!.id}',
         last_xid = (select xid from audit.event where id = '${leaves.at(-1)!.id}') where organization_id = '${log.organizationId}'`,
    );
    const after = await log.verify();
    expect(after.faults).toEqual([]);
    // Who noted the size before sees it.
    expect(after.treeSize).toBe(before.treeSize - 11);
  });
});
