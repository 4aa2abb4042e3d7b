import { z } from 'zod';
import type { OfficialTexts } from '../domain/official-texts.js';
import { head, maybeSentence, passage, sentence } from './fields.js';

const item = z.strictObject({
  key: sentence.max(120),
  group: sentence.max(120),
  title: maybeSentence,
  text: passage,
  leadIn: passage.optional(),
  designation: maybeSentence.optional(),
  details: z.array(passage).max(200).optional(),
});

export const officialTexts: z.ZodType<OfficialTexts> = z.strictObject({
  ...head('official-texts'),
  items: z.array(item).min(1).max(5_000),
});
