import type { Regulation } from '../domain/official/sra-tool.js';
import type { FileFacts, Recognised } from './official/recognised.js';
import { securityRule } from './official/security-rule.js';
import { sraTool } from './official/sra-tool.js';
import { threatCatalog } from './official/threat-catalog.js';
import { readPack } from './read-pack.js';

const OFFICIAL_FORMATS = [sraTool, securityRule, threatCatalog];

/** Which files can be read, for the refusal of all others. */
export const READABLE = ['a pack of Part164', ...OFFICIAL_FORMATS.map((format) => format.name)];

/** Tells by its shape what a document is, and turns it into a pack. */
export function recognise(document: unknown, facts: FileFacts, regulation: Regulation): Recognised {
  if (document === null || typeof document !== 'object' || Array.isArray(document)) return notRecognised();
  const object = document as Record<string, unknown>;
  if ('pack' in object && 'kind' in object) {
    const read = readPack(object);
    return read.ok
      ? { ok: true, recognisedAs: 'pack', official: false, pack: read.pack, notes: [] }
      : { ok: false, recognisedAs: 'pack', problems: read.problems };
  }
  return (
    OFFICIAL_FORMATS.find((format) => format.looksLike(object))?.read(object, facts, regulation) ??
    notRecognised()
  );
}

function notRecognised(): Recognised {
  const message = `This file is none that can be read here: ${READABLE.join(', ')}.`;
  return { ok: false, recognisedAs: null, problems: [{ path: '(file)', message }] };
}
