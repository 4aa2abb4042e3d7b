import { z } from 'zod';
import type { ThreatCatalogFile } from '../../domain/official/threat-catalog.js';
import { passage, rowId, sentence } from '../fields.js';
import { officialMeta } from './official-file.format.js';

const listed = z.strictObject({ type: sentence, examples: z.array(sentence) });
const named = z.strictObject({ number: z.number().int().min(1), name: sentence });
const step = z.strictObject({
  level: sentence,
  semi_quantitative_range: sentence,
  semi_quantitative_value: z.number(),
  description: passage,
});

export const threatCatalogFile: z.ZodType<ThreatCatalogFile> = z.strictObject({
  meta: officialMeta,
  threat_sources_D2: z
    .array(
      z.strictObject({
        id: rowId,
        type: sentence,
        category: sentence,
        name: sentence,
        characteristics: z.array(sentence),
      }),
    )
    .min(1),
  threat_events: z
    .array(
      z.strictObject({
        id: rowId,
        table: sentence,
        adversarial: z.boolean(),
        phase: z.string().nullable(),
        name: sentence,
        name_or_equivalent_seen_in_second_source: z.boolean(),
      }),
    )
    .min(1),
  relevance_E4: z.array(z.strictObject({ value: sentence, description: passage })).optional(),
  predisposing_conditions_F4: z.array(listed).optional(),
  impact_types_H2: z.array(listed).optional(),
  scales: z.record(z.string(), z.array(step)),
  matrices: z.record(
    z.string(),
    z.strictObject({
      rows: sentence,
      columns: sentence,
      values: z.record(z.string(), z.record(z.string(), sentence)),
    }),
  ),
  hicp: z
    .strictObject({
      edition: sentence,
      threats: z.array(z.strictObject({ id: rowId, name: sentence })),
      practices: z.array(z.strictObject({ id: rowId, number: z.number().int(), name: sentence })),
      check: passage.optional(),
    })
    .optional(),
  hph_cybersecurity_performance_goals: z
    .strictObject({
      publication: sentence,
      confidence: passage.optional(),
      essential: z.array(named),
      enhanced: z.array(named),
    })
    .optional(),
  healthcare_vulnerabilities_and_threats_sra: z.array(
    z.strictObject({ id: rowId, section: sentence, vulnerability: sentence, threats: z.array(sentence) }),
  ),
});
