import { z } from 'zod';
import { isCalendarDate } from '../../../platform/kernel/calendar-date.js';
import { PACK_KINDS, type PackKind, type Provenance } from '../domain/pack.js';

/** Names that stand in addresses and keys. */
export const packName = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'small letters, digits and dashes')
  .max(60);
export const packVersion = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z.+-]*$/, 'letters, digits, dots and dashes')
  .max(40);
export const rowId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'letters, digits, dots and dashes')
  .max(80);

/** A number that somebody else gave: it may hold a citation, and stands in no address. */
export const officialId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._()-]*$/, 'letters, digits, dots, dashes and parentheses')
  .max(80);

export const sentence = z.string().trim().min(1, 'is empty').max(4_000);
export const maybeSentence = z.string().trim().max(4_000);
/** Official passages run longer than ours. */
export const passage = z.string().max(60_000);
export const citation = z
  .string()
  .regex(/^45 CFR \d{3}\.\d{3,4}(\([0-9A-Za-z]{1,5}\))*$/, 'is no citation such as 45 CFR 164.308(a)(1)');
export const citations = z.array(citation).max(20);
export const ids = z.array(rowId).max(60);
export const confidence = z.enum([
  'verified',
  'verified-in-part',
  'single-source',
  'general-knowledge',
  'as-published',
]);
export const designation = z.enum(['Required', 'Addressable']);
export const checkedOn = z.string().refine(isCalendarDate, 'is no date such as 2026-11-22');

const provenance: z.ZodType<Provenance> = z.strictObject({
  author: sentence,
  basis: sentence,
  checkedOn: checkedOn.nullable(),
  confidence,
  note: maybeSentence,
  licence: maybeSentence.optional(),
  documentHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  fileSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  meta: z.record(z.string(), z.unknown()).optional(),
});

export const packKind = z.enum(PACK_KINDS);

export function head<K extends PackKind>(kind: K) {
  return {
    pack: packName,
    version: packVersion,
    kind: z.literal(kind),
    title: sentence,
    language: z.string().regex(/^[a-z]{2}$/),
    provenance,
  };
}
