import { z } from 'zod';
import type { Terms } from '../domain/terms.js';
import { citations, confidence, head, rowId, sentence } from './fields.js';

const term = z.strictObject({
  id: rowId,
  term: sentence.max(120),
  short: sentence.max(300),
  long: sentence,
  citations,
  confidence: confidence.optional(),
  source: sentence.optional(),
});

export const terms: z.ZodType<Terms> = z.strictObject({
  ...head('terms'),
  terms: z.array(term).min(1).max(2_000),
});
