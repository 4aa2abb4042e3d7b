import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { PackContent } from '../domain/pack.js';
import { packProblems } from '../domain/pack-problems.js';
import type { Requirements } from '../domain/requirements.js';
import {
  findPack,
  insertPack,
  isSamePack,
  loadPack,
  newestVersion,
  type RunSql,
} from '../persistence/pack-rows.js';
import { packHash } from './pack-hash.js';
import { packRefused } from './pack-refused.js';
import { SHIPPED } from './shipped.js';

/**
 * Installs one version of a pack, or finds it installed with this very content. Records are judged by the version
 * that they point at, so a version that changed is refused.
 */
export async function installPack(
  run: RunSql,
  pack: PackContent,
  official: boolean,
): Promise<'installed' | 'already-there'> {
  const problems = packProblems(pack, { requirementIds: await requirementIds(run) });
  if (problems.length > 0) throw packRefused(`${pack.pack} ${pack.version}`, problems);
  const hash = packHash(pack);
  if (await insertPack(run, pack, hash, official)) return 'installed';
  const there = await findPack(run, pack);
  if (!there || !isSamePack(there, pack, hash)) throw versionTaken(pack);
  return 'already-there';
}

export function versionTaken({ pack, version }: { pack: string; version: string }): DomainError {
  return new DomainError(
    'pack.version-taken',
    'conflict',
    `${pack} ${version} is installed with other content, and a version never changes. Give the new content a new version.`,
  );
}

/** What others may refer to: null before the requirements are installed. */
export async function requirementIds(run: RunSql): Promise<ReadonlySet<string> | null> {
  const newest = await newestVersion(run, SHIPPED.requirements);
  const content = newest ? ((await loadPack(run, newest)) as Requirements) : null;
  return content ? new Set(content.requirements.map((row) => row.id)) : null;
}
