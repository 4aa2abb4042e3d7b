import { createHash } from 'node:crypto';
import { packCounts, packDiff, type PackDiff } from '../domain/pack-diff.js';
import type { ImportNote } from '../domain/official/official-file.js';
import type { Regulation } from '../domain/official/sra-tool.js';
import type { PackContent, PackRef } from '../domain/pack.js';
import type { PackProblem } from '../domain/pack-problem.js';
import { packProblems } from '../domain/pack-problems.js';
import type { Requirements } from '../domain/requirements.js';
import { recognise } from '../formats/recognise.js';
import { findPack, isSamePack, loadPack, newestVersion, type RunSql } from '../persistence/pack-rows.js';
import { documentHash, packHash } from './pack-hash.js';
import { SHIPPED } from './shipped.js';

/** What a file is, what is wrong with it, and what it would change. */
export interface JudgedFile {
  recognisedAs: string | null;
  state: 'new' | 'already-installed' | 'version-taken' | 'refused';
  pack: PackContent | null;
  official: boolean;
  contentHash: string | null;
  counts: Record<string, number>;
  problems: PackProblem[];
  notes: ImportNote[];
  /** The installed version that the diff is against. */
  against: PackRef | null;
  diff: PackDiff | null;
}

const NO_PACKS = 'The packs that come with the product are not installed yet: run `part164 seed` first.';

/** Reads bytes as JSON and judges them; changes nothing. Only bytes of a file are worth remembering by their hash. */
export async function judgeBytes(run: RunSql, bytes: Buffer, isUpload = true): Promise<JudgedFile> {
  let document: unknown;
  try {
    document = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return refused(null, [
      {
        path: '(file)',
        message: `This is no JSON: ${error instanceof Error ? error.message : String(error)}`,
      },
    ]);
  }
  return judgeDocument(run, document, isUpload ? createHash('sha256').update(bytes).digest('hex') : null);
}

export async function judgeDocument(
  run: RunSql,
  document: unknown,
  fileSha256: string | null,
): Promise<JudgedFile> {
  const regulation = await installedRegulation(run);
  if (regulation.byId.size === 0 && !isOwnPack(document))
    return refused(null, [{ path: '(installation)', message: NO_PACKS }]);
  const recognised = recognise(document, { documentHash: documentHash(document), fileSha256 }, regulation);
  if (!recognised.ok) return refused(recognised.recognisedAs, recognised.problems);
  const { pack, recognisedAs, official, notes } = recognised;
  const problems = [
    ...reservedName(pack, official),
    ...packProblems(pack, {
      requirementIds: regulation.byId.size > 0 ? new Set(regulation.byId.keys()) : null,
    }),
  ];
  if (problems.length > 0) return refused(recognisedAs, problems);
  const contentHash = packHash(pack);
  const there = await findPack(run, pack);
  const against = there ?? (await newestVersion(run, pack.pack));
  return {
    recognisedAs,
    state: !there ? 'new' : isSamePack(there, pack, contentHash) ? 'already-installed' : 'version-taken',
    pack,
    official,
    contentHash,
    counts: packCounts(pack),
    problems: [],
    notes,
    against: against ? { pack: against.pack, version: against.version } : null,
    diff: packDiff(against ? await loadPack(run, against) : null, pack),
  };
}

async function installedRegulation(run: RunSql): Promise<Regulation> {
  const newest = await newestVersion(run, SHIPPED.requirements);
  const content = newest ? ((await loadPack(run, newest)) as Requirements) : null;
  const rows = content?.requirements ?? [];
  return { byId: new Map(rows.map((row) => [row.id, row])) };
}

/** What bears the name of a pack of ours comes with the product, and from nowhere else. */
function reservedName(pack: PackContent, official: boolean): PackProblem[] {
  const isReserved = !official && (Object.values(SHIPPED) as string[]).includes(pack.pack);
  return isReserved
    ? [
        {
          path: 'pack',
          message: `The name ${pack.pack} belongs to a pack that comes with the product. Give yours another name.`,
        },
      ]
    : [];
}

function isOwnPack(document: unknown): boolean {
  return document !== null && typeof document === 'object' && 'pack' in document;
}

function refused(recognisedAs: string | null, problems: PackProblem[]): JudgedFile {
  return {
    recognisedAs,
    state: 'refused',
    pack: null,
    official: false,
    contentHash: null,
    counts: {},
    problems,
    notes: [],
    against: null,
    diff: null,
  };
}
