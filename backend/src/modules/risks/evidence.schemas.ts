import { z } from 'zod';
import { idOut, instantField, line, text } from '../../platform/http/schemas.js';
import { memberName } from './risk.schemas.js';

/** One piece of evidence: what it shows, and the file as it was given. Withdrawn, it stays to be seen. */
export const evidenceView = z
  .object({
    id: idOut('evidence'),
    title: z.string(),
    note: z.string(),
    file: z
      .object({ name: z.string(), mediaType: z.string(), sizeBytes: z.number().int(), sha256: z.string() })
      .nullable(),
    addedBy: memberName,
    addedAt: instantField,
    withdrawnAt: instantField.nullable(),
    withdrawnReason: z.string(),
    /** The earlier analysis that it was confirmed from; null where it was added here. */
    carriedFrom: z.string().nullable(),
  })
  .meta({ id: 'Evidence' });
export type EvidenceView = z.infer<typeof evidenceView>;

/** The fields of the form beside its files. */
export const addEvidenceRequest = z
  .strictObject({ title: line(200, 1), note: text(10_000).default('') })
  .meta({ id: 'AddEvidenceRequest' });
export type AddEvidenceRequest = z.infer<typeof addEvidenceRequest>;
export const withdrawEvidenceRequest = z
  .strictObject({ reason: text(2_000, 3) })
  .meta({ id: 'WithdrawEvidenceRequest' });
