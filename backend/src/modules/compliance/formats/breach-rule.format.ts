import { z } from 'zod';
import type { BreachFigures } from '../domain/breach-figures.js';
import { checkedOn, citations, head, rowId, sentence } from './fields.js';

const figure = z.strictObject({
  id: rowId,
  value: z.int().min(1).max(100_000),
  unit: sentence.max(60),
  meaning: sentence,
  citations,
});

export const breachRule: z.ZodType<BreachFigures> = z.strictObject({
  ...head('breach-rule'),
  appliesFrom: checkedOn,
  figures: z.array(figure).min(1).max(60),
  jurisdictions: z
    .array(
      z.strictObject({ id: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'), name: sentence.max(60) }),
    )
    .min(1)
    .max(80),
});
