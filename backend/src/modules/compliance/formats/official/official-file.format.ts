import { z } from 'zod';
import type { OfficialMeta } from '../../domain/official/official-file.js';
import { passage, sentence } from '../fields.js';

/** What an official file says of itself. All of it is kept. */
export const officialMeta: z.ZodType<OfficialMeta> = z.looseObject({
  title: sentence,
  publication: z.string().optional(),
  source: z.string().optional(),
  licence: z.string().optional(),
  in_force_note: z.string().optional(),
  provenance_warning: z.string().optional(),
  notes: z.array(passage).optional(),
  known_quirks: z.array(passage).optional(),
  counts: z.record(z.string(), z.number().int()).optional(),
});
