import { z } from 'zod';
import type { RiskScales } from '../domain/risk-scales.js';
import { citations, confidence, head, maybeSentence, rowId, sentence } from './fields.js';

const step = z.strictObject({
  id: rowId,
  label: sentence,
  value: z.number().min(0),
  meaning: sentence,
  everyday: sentence,
});
const level = z.strictObject({ id: rowId, label: sentence, meaning: sentence, responseGuide: sentence });

const scale = z.strictObject({
  id: rowId,
  version: z.number().int().min(1),
  title: sentence,
  basis: sentence,
  confidence,
  note: maybeSentence,
  citations,
  likelihood: z.array(step).min(2).max(10),
  impact: z.array(step).min(2).max(10),
  levels: z.array(level).min(2).max(10),
  matrix: z.record(rowId, z.record(rowId, rowId)),
});

export const riskScales: z.ZodType<RiskScales> = z.strictObject({
  ...head('risk-scales'),
  scales: z.array(scale).min(1).max(20),
});
