import type { PackContent } from '../domain/pack.js';
import type { RunSql } from '../persistence/pack-rows.js';
import { installPack } from './install-pack.js';
import { readPackFolders } from './read-pack-folder.js';
import { SHIPPED, SHIPPED_FOLDER } from './shipped.js';

export interface ShippedResult {
  pack: string;
  version: string;
  outcome: 'installed' | 'already-there';
}

/** Brings in what ships with this version and is not there yet. Runs as part164_worker: the others may only read. */
export async function installShippedPacks(
  run: RunSql,
  folder: string = SHIPPED_FOLDER,
): Promise<ShippedResult[]> {
  const results: ShippedResult[] = [];
  for (const pack of requirementsFirst(await readPackFolders(folder))) {
    results.push({ pack: pack.pack, version: pack.version, outcome: await installPack(run, pack, false) });
  }
  return results;
}

/** The others refer to requirements. */
function requirementsFirst(packs: PackContent[]): PackContent[] {
  return [...packs].sort(
    (a, b) => Number(b.pack === SHIPPED.requirements) - Number(a.pack === SHIPPED.requirements),
  );
}
