import { z } from 'zod';
import type { Requirements } from '../domain/requirements.js';
import { citation, citations, confidence, designation, head, ids, rowId, sentence } from './fields.js';

const requirement = z.strictObject({
  id: rowId,
  citation,
  family: sentence,
  kind: z.enum(['standard', 'implementation_specification', 'contract_or_plan_provision']),
  title: sentence,
  designation,
  standard: citation.nullable(),
  order: z.number().int().min(1),
  summary: sentence,
  inPractice: sentence,
  ocrAuditProtocol: ids,
  source: sentence,
  note: sentence.optional(),
  confidence: confidence.optional(),
});

const analysisTest = z.strictObject({
  id: rowId,
  title: sentence,
  question: sentence,
  howToShow: sentence,
  citations,
  source: sentence,
});
const methodologyStep = z.strictObject({
  step: z.number().int().min(1),
  title: sentence,
  text: sentence,
  citations,
});

export const requirements: z.ZodType<Requirements> = z.strictObject({
  ...head('requirements'),
  requirements: z.array(requirement).min(1).max(2_000),
  analysisTests: z.array(analysisTest).min(1).max(30),
  methodology: z.array(methodologyStep).min(1).max(30),
});
