import type { PackContent, PackHead, PackKind, PackRef, Provenance } from '../domain/pack.js';

/** Runs SQL and answers with rows: a transaction, a pool or a spec's connection. */
export type RunSql = <Row>(sql: string, params?: unknown[]) => Promise<Row[]>;

export interface InstalledPack extends PackRef {
  kind: PackKind;
  title: string;
  official: boolean;
  provenance: Provenance;
  contentHash: string;
  installedAt: Date;
}

const HEAD = `pack, version, kind, title, official, provenance, content_hash as "contentHash", installed_at as "installedAt"`;

export function listPacks(run: RunSql): Promise<InstalledPack[]> {
  return run<InstalledPack>(
    `select ${HEAD} from reference.pack order by official, kind, pack, installed_at desc, version desc limit 1000`,
  );
}

export async function findPack(run: RunSql, { pack, version }: PackRef): Promise<InstalledPack | null> {
  const [row] = await run<InstalledPack>(
    `select ${HEAD} from reference.pack where pack = $1 and version = $2`,
    [pack, version],
  );
  return row ?? null;
}

/** Whether that version was made of the very same document, or, for packs of our own making, has the very same content. */
export function isSamePack(installed: InstalledPack, pack: PackHead, contentHash: string): boolean {
  const { documentHash } = pack.provenance;
  return documentHash === undefined
    ? installed.contentHash === contentHash
    : installed.provenance.documentHash === documentHash;
}

/** The version of a pack that was installed last. */
export async function newestVersion(run: RunSql, pack: string): Promise<PackRef | null> {
  const [row] = await run<PackRef>(
    'select pack, version from reference.pack where pack = $1 order by installed_at desc, version desc limit 1',
    [pack],
  );
  return row ?? null;
}

export async function loadPack(run: RunSql, { pack, version }: PackRef): Promise<PackContent | null> {
  const [row] = await run<{ content: PackContent }>(
    'select content from reference.pack where pack = $1 and version = $2',
    [pack, version],
  );
  return row?.content ?? null;
}

/** Adds the pack; answers false when that version is there already. Nothing in this table is ever changed. */
export async function insertPack(
  run: RunSql,
  pack: PackContent,
  contentHash: string,
  official: boolean,
): Promise<boolean> {
  const { pack: name, version, kind, title, provenance }: PackHead = pack;
  const rows = await run(
    `insert into reference.pack (pack, version, kind, title, provenance, content, content_hash, official)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (pack, version) do nothing returning pack`,
    [name, version, kind, title, JSON.stringify(provenance), JSON.stringify(pack), contentHash, official],
  );
  return rows.length === 1;
}
