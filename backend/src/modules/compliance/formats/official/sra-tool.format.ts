import { z } from 'zod';
import type { SraToolFile } from '../../domain/official/sra-tool.js';
import { citations, ids, passage, rowId, sentence } from '../fields.js';
import { officialMeta } from './official-file.format.js';

const option = z.strictObject({
  text: sentence,
  risk_value: z.union([z.literal(0), z.literal(1)], 'is the flag of the tool: 1 or 0'),
  education: passage,
});

const question = z.strictObject({
  id: rowId,
  number: z.number().int().min(1),
  text: sentence,
  citations,
  requirement_ids: ids,
  tool_designation: z.string().max(60),
  designation_differs_from_regulation: z.boolean().optional(),
  options: z.array(option).min(2, 'needs at least two answers').max(26),
  other_references: z
    .strictObject({
      nist_csf_2_0: z.array(z.string()).optional(),
      hph_cpg: z.array(z.string()).optional(),
      hicp: z.string().nullable().optional(),
    })
    .optional(),
});

const vulnerability = z.strictObject({
  id: rowId,
  number: z.number().int().min(1),
  vulnerability: sentence,
  threats: z.array(sentence),
});

const section = z.strictObject({
  id: rowId,
  number: z.number().int().min(1),
  title: sentence,
  questions: z.array(question).min(1),
  vulnerabilities: z.array(vulnerability).optional(),
});

export const sraToolFile: z.ZodType<SraToolFile> = z.strictObject({
  meta: officialMeta,
  sections: z.array(section).min(1),
});
