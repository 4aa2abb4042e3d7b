import { z } from 'zod';
import type { SecurityRuleFile } from '../../domain/official/security-rule.js';
import { citation, ids, passage, rowId, sentence } from '../fields.js';
import { officialMeta } from './official-file.format.js';

const requirement = z.strictObject({
  id: rowId,
  order: z.number().int().min(1),
  citation,
  section: citation,
  family: sentence,
  kind: sentence,
  title: sentence,
  designation: z.enum(['Required', 'Addressable']),
  standard: citation,
  lead_in: passage.nullable(),
  text: passage.min(1, 'is empty'),
  ocr_audit_protocol: ids,
  nist_800_66r2_key_activities: z.array(z.string().max(120)),
});

export const securityRuleFile: z.ZodType<SecurityRuleFile> = z.strictObject({
  meta: officialMeta,
  section_lead_ins: z.record(citation, passage).optional(),
  requirements: z.array(requirement).min(1),
  related_sections: z
    .record(citation, z.strictObject({ text: passage, fr_history: z.string().nullable().optional() }))
    .optional(),
});
