import { z } from 'zod';
import { SUBJECT_KINDS, type ThreatCatalog } from '../domain/threats.js';
import { citations, head, ids, rowId, sentence } from './fields.js';

const step = z.enum(['very-low', 'low', 'moderate', 'high', 'very-high']);
const described = { id: rowId, title: sentence.max(200), description: sentence };

const threat = z.strictObject({
  ...described,
  source: z.enum(['adversarial', 'accidental', 'environmental', 'structural']),
  sp80030: ids,
  citations,
});
const vulnerability = z.strictObject({ ...described, covers: ids, citations, requirementIds: ids });
const safeguard = z.strictObject({ ...described, citations, requirementIds: ids });

const pair = z.strictObject({
  id: rowId,
  threat: rowId,
  vulnerability: rowId,
  appliesTo: z.strictObject({
    assetKinds: z.array(z.enum(SUBJECT_KINDS)).min(1),
    when: z
      .array(
        z.strictObject({
          field: z.string().max(60),
          is: z.array(z.union([z.string().max(60), z.boolean()])).min(1),
        }),
      )
      .max(12),
  }),
  suggestedLikelihood: step,
  suggestedImpact: step,
  safeguards: ids,
  rationale: sentence,
});

export const threatCatalog: z.ZodType<ThreatCatalog> = z.strictObject({
  ...head('threats'),
  threats: z.array(threat).min(1).max(1_000),
  vulnerabilities: z.array(vulnerability).min(1).max(1_000),
  safeguards: z.array(safeguard).max(1_000),
  pairs: z.array(pair).min(1).max(5_000),
});
