import { z } from 'zod';
import { countField, idIn, idOut, instantField, text } from '../../platform/http/schemas.js';
import { CONCLUSIONS, EXCEPTIONS } from './domain/determination/determination.js';

const member = z.object({ id: idOut('member'), name: z.string() });
const words = text(10_000).default('');
const factor = z.strictObject({ reasoning: words, evidence: words }).default({ reasoning: '', evidence: '' });

export const determinationContent = z.strictObject({
  about: text(1_000).default(''),
  individuals: countField.nullable().default(null),
  coversEveryone: z
    .boolean()
    .default(false)
    .describe('With this one everybody who is affected has been decided about.'),
  exception: z
    .strictObject({ kind: z.enum(['none', ...EXCEPTIONS]), because: words })
    .default({ kind: 'none', because: '' })
    .describe('45 CFR 164.402, “breach”, (1).'),
  protection: z
    .strictObject({
      state: z.enum(['unsecured', 'encrypted', 'destroyed']),
      keyCompromised: z.enum(['yes', 'no', 'unknown']).default('unknown'),
      because: words,
    })
    .default({ state: 'unsecured', keyCompromised: 'unknown', because: '' })
    .describe('45 CFR 164.402, “unsecured protected health information”.'),
  factors: z
    .strictObject({ nature: factor, recipient: factor, acquired: factor, mitigated: factor })
    .prefault({})
    .describe('The four factors of 45 CFR 164.402, “breach”, (2).'),
  conclusion: z.enum(CONCLUSIONS).nullable().default(null),
  because: words,
});

export const draftDeterminationRequest = z
  .strictObject({
    content: determinationContent,
    supersedesId: idIn('determination').nullable().default(null),
  })
  .meta({ id: 'DraftDeterminationRequest' });
export type DraftDeterminationRequest = z.output<typeof draftDeterminationRequest>;

export const saveDeterminationRequest = z
  .strictObject({ content: determinationContent })
  .meta({ id: 'SaveDeterminationRequest' });
export type SaveDeterminationRequest = z.output<typeof saveDeterminationRequest>;

export const signDeterminationRequest = z
  .strictObject({
    part: z.enum(['decides', 'countersigns', 'returns']),
    reason: text(2_000).default(''),
  })
  .meta({ id: 'SignDeterminationRequest' });
export type SignDeterminationRequest = z.infer<typeof signDeterminationRequest>;

export const determinationView = z
  .object({
    id: idOut('determination'),
    number: z.int(),
    status: z.enum(['draft', 'signed', 'countersigned', 'superseded']),
    content: determinationContent,
    contentHash: z.string().nullable(),
    conclusion: z.enum(CONCLUSIONS).nullable(),
    signedBy: member.nullable(),
    signedAt: instantField.nullable(),
    countersignedBy: member.nullable(),
    countersignedAt: instantField.nullable(),
    supersedesId: idOut('determination').nullable(),
    /** What is missing before it can be signed, by field. */
    missing: z.record(z.string(), z.string()),
    allowedActions: z.array(z.enum(['save', 'sign', 'countersign', 'return', 'supersede'])),
    updatedAt: instantField,
    version: z.int(),
  })
  .meta({ id: 'Determination' });
export type DeterminationView = z.infer<typeof determinationView>;
export const determinationList = z
  .object({ items: z.array(determinationView) })
  .meta({ id: 'DeterminationList' });
