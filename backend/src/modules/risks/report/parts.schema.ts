import { z } from 'zod';

export const instant = z.iso.datetime();
/** A calendar date, 'YYYY-MM-DD'. */
export const day = z.iso.date();
/** A person's name; null when nobody did it yet. */
export const person = z.string().nullable();
export const cents = z.number().int();

export const reportEvidence = z.object({
  title: z.string(),
  note: z.string(),
  fileName: z.string().nullable(),
  /** Of the file as it was given. */
  sha256: z.string().nullable(),
  addedBy: z.string(),
  addedAt: instant,
  /** Evidence is never taken away: what was withdrawn stays, with the reason. */
  withdrawnAt: instant.nullable(),
  withdrawnReason: z.string(),
  /** The earlier analysis that it was confirmed from; reports signed before this was told lack it. */
  carriedFrom: z.string().nullable().optional(),
});

const step = z.object({ id: z.string(), label: z.string(), value: z.number(), meaning: z.string() });

export const ratingScale = z.object({
  id: z.string(),
  title: z.string(),
  /** Of the pack that the scale comes from, e.g. '2026.1'; of an own scale its number, e.g. '2'. */
  version: z.string(),
  /** From the least to the most. */
  likelihood: z.array(step),
  impact: z.array(step),
  levels: z.array(
    z.object({ id: z.string(), label: z.string(), meaning: z.string(), responseGuide: z.string() }),
  ),
  /** matrix[likelihood][impact] is the level. */
  matrix: z.record(z.string(), z.record(z.string(), z.string())),
  /** Only of an organization's own scale. */
  own: z.object({ reason: z.string(), adoptedBy: z.string(), adoptedOn: day }).optional(),
});
