import type { ImportNote, OfficialFile } from '../../domain/official/official-file.js';
import type { Regulation } from '../../domain/official/sra-tool.js';
import type { PackContent, PackHead, Provenance } from '../../domain/pack.js';
import type { PackProblem } from '../../domain/pack-problem.js';

/** Which file it was. */
export interface FileFacts {
  /** Of what it says, however it is spaced and ordered. */
  documentHash: string;
  /** Of its bytes; null where they came as the body of a request. */
  fileSha256: string | null;
}

/** What a file turned out to be. */
export type Recognised =
  | { ok: true; recognisedAs: string; official: boolean; pack: PackContent; notes: ImportNote[] }
  | { ok: false; recognisedAs: string | null; problems: PackProblem[] };

/** One kind of official file: how it is told from others, and how it becomes a pack. */
export interface OfficialFormat {
  name: string;
  looksLike(document: Record<string, unknown>): boolean;
  read(document: unknown, facts: FileFacts, regulation: Regulation): Recognised;
}

/** A file says how many rows it has: fewer or more means that it is cut or mended. */
export function countProblems(file: OfficialFile, counted: Readonly<Record<string, number>>): PackProblem[] {
  return Object.entries(counted).flatMap(([what, count]) => {
    const said = file.meta.counts?.[what];
    return said === undefined || said === count
      ? []
      : [
          {
            path: `meta.counts.${what}`,
            message: `The file says that it has ${said} ${what.replaceAll('_', ' ')}, and has ${count}.`,
          },
        ];
  });
}

export function officialHead(
  name: { pack: string; version: string; title: string },
  provenance: Provenance,
): Omit<PackHead, 'kind'> {
  return { ...name, language: 'en', provenance };
}

export function officialProvenance(
  file: OfficialFile,
  { documentHash, fileSha256 }: FileFacts,
  said: Pick<Provenance, 'author' | 'confidence'> & {
    checkedOn?: string | null;
    notes?: readonly (string | undefined)[];
  },
): Provenance {
  const { meta } = file;
  return {
    author: said.author,
    basis: meta.publication ?? meta.source ?? meta.title,
    checkedOn: said.checkedOn ?? null,
    confidence: said.confidence,
    note: (said.notes ?? []).filter(Boolean).join(' ').slice(0, 4_000),
    ...(meta.licence ? { licence: meta.licence } : {}),
    documentHash,
    ...(fileSha256 ? { fileSha256 } : {}),
    meta: { ...meta },
  };
}
