import type { z } from 'zod';
import type { PackContent, PackKind } from '../domain/pack.js';
import type { PackProblem } from '../domain/pack-problem.js';
import { PACK_FORMATS } from './pack.format.js';
import { plainIssue } from '../../../platform/http/plain-issue.js';

const MOST_NAMED = 100;

export type ReadPack = { ok: true; pack: PackContent } | { ok: false; problems: PackProblem[] };

/** Judges a document by the shape of its kind. */
export function readPack(document: unknown): ReadPack {
  const kind = (document as { kind?: unknown } | null)?.kind;
  if (typeof kind !== 'string' || !Object.hasOwn(PACK_FORMATS, kind)) {
    return {
      ok: false,
      problems: [{ path: 'kind', message: `This kind of pack is not known: ${String(kind)}.` }],
    };
  }
  const format: z.ZodType<PackContent> = PACK_FORMATS[kind as PackKind];
  const read = format.safeParse(document, { error: plainIssue });
  return read.success ? { ok: true, pack: read.data } : { ok: false, problems: shapeProblems(read.error) };
}

export function shapeProblems(error: z.ZodError): PackProblem[] {
  return error.issues
    .slice(0, MOST_NAMED)
    .map((issue) => ({ path: issue.path.map(String).join('.') || '(file)', message: issue.message }));
}
