import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseConfig, type Config } from '../../../platform/config/config.js';
import { createTestDatabase, type TestDatabase } from '../../../testing/test-database.js';
import { importPackCommand } from '../cli/import-pack.command.js';
import { anSraFile, type SraLike } from '../compliance.spec-kit.js';
import type { RunSql } from '../persistence/pack-rows.js';
import { installPack } from './install-pack.js';
import { installShippedPacks } from './install-shipped-packs.js';
import { readPackFolder } from './read-pack-folder.js';
import { SHIPPED_FOLDER } from './shipped.js';

let database: TestDatabase;
let home: string;
let config: Config;
let worker: pg.Client;
const run: RunSql = async <Row>(sql: string, params?: unknown[]) =>
  (await worker.query(sql, params)).rows as Row[];
beforeAll(async () => {
  database = await createTestDatabase();
  home = await mkdtemp(join(tmpdir(), 'part164-cli-'));
  config = parseConfig({
    NODE_ENV: 'test',
    DATABASE_APP_URL: database.url('part164_app'),
    DATABASE_WORKER_URL: database.url('part164_worker'),
    PART164_HOME: home,
  });
  worker = new pg.Client({ connectionString: database.url('part164_worker') });
  await worker.connect();
});
afterAll(async () => {
  await worker.end();
  await database.drop();
  await rm(home, { recursive: true });
});

async function importFile(file: SraLike | string): Promise<{ code: number; said: string }> {
  const path = join(home, 'file.json');
  await writeFile(path, typeof file === 'string' ? file : JSON.stringify(file));
  const said: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    return { code: await importPackCommand([path], () => config), said: said.join('') };
  } finally {
    write.mockRestore();
  }
}
const installed = async () =>
  (await run<{ name: string }>(`select pack || ' ' || version as name from reference.pack order by 1`)).map(
    (row) => row.name,
  );

describe('part164 packs import', () => {
  it('on a fresh database brings in what ships first, so that citations are understood', async () => {
    const { code, said } = await importFile(anSraFile());
    expect(code).toBe(0);
    expect(said).toContain('1 sections, 3 questions, 10 answers');
    expect(said).toContain('The regulation says Addressable');
    expect(said).toContain('Installed.');
    expect(await installed()).toEqual([
      'breach-rule 2026.1',
      'incident-checklists 2026.1',
      'risk-scales 2026.1',
      'security-activities 2026.1',
      'security-questions 2026.1',
      'security-questions 2026.2',
      'security-rule 2026.1',
      'sra-tool 9.1',
      'terms 2026.1',
      'threats 2026.1',
    ]);
    const rows = await database.asSuperuser(
      `select organization_id, actor_name, detail ->> 'pack' as pack from audit.event where action = 'pack.installed'`,
    );
    expect(rows).toEqual([
      {
        organization_id: '00000000-0000-0000-0000-000000000000',
        actor_name: 'part164 packs import',
        pack: 'sra-tool',
      },
    ]);
  });

  it('a second time changes nothing and says so', async () => {
    const { code, said } = await importFile(JSON.stringify(anSraFile(), null, 2));
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringContaining('This very content is installed already.') as string,
    });
  });

  it('refuses a broken file, names the place, and changes nothing', async () => {
    const before = await installed();
    const { code, said } = await importFile(
      anSraFile((file) => void (file.sections[0]!.questions[2]!.options[0]!.risk_value = 7)),
    );
    expect(code).toBe(1);
    expect(said).toContain('sections.0.questions.2.options.0.risk_value: is the flag of the tool: 1 or 0');
    expect((await importFile('{')).said).toContain('This is no JSON');
    expect(await installed()).toEqual(before);
  });

  it('refuses other content under a version that is there, and shows what differs', async () => {
    const { code, said } = await importFile(
      anSraFile((file) => void (file.sections[0]!.questions[0]!.text = 'Do you look for dangers?')),
    );
    expect(code).toBe(1);
    expect(said).toContain('against sra-tool 9.1: 0 added, 0 removed, 1 changed, 3 the same');
    expect(said).toContain('changed: SRA-S1-Q1 (text, findingTitle)');
    expect(said).toContain('a version never changes');
  });
});

describe('installing what ships', () => {
  it('again finds it there', async () => {
    expect((await installShippedPacks(run)).map((result) => result.outcome)).toEqual(
      Array(9).fill('already-there'),
    );
  });

  it('two at once make one', async () => {
    await database.asSuperuser(`delete from reference.pack where pack = 'terms'`);
    const other = new pg.Client({ connectionString: database.url('part164_worker') });
    await other.connect();
    const otherRun: RunSql = async <Row>(sql: string, params?: unknown[]) =>
      (await other.query(sql, params)).rows as Row[];
    const results = await Promise.all([installShippedPacks(run), installShippedPacks(otherRun)]);
    await other.end();
    const outcomes = results.map((list) => list.find((result) => result.pack === 'terms')!.outcome);
    expect(outcomes.sort()).toEqual(['already-there', 'installed']);
  });

  it('refuses a shipped version whose content changed: that wants a new version', async () => {
    const terms = await readPackFolder(join(SHIPPED_FOLDER, 'terms', '2026.1'));
    await expect(installPack(run, { ...terms, title: 'Other words' }, false)).rejects.toThrow(
      'a version never changes',
    );
  });

  it('is not possible to the application, whatever its code may try', async () => {
    const app = new pg.Client({ connectionString: database.url('part164_app') });
    await app.connect();
    await expect(app.query(`insert into reference.pack select * from reference.pack`)).rejects.toThrow(
      'permission denied',
    );
    await expect(app.query(`update reference.pack set title = 'x'`)).rejects.toThrow('permission denied');
    await app.end();
    await expect(run(`update reference.pack set title = 'x'`)).rejects.toThrow('permission denied');
  });
});
