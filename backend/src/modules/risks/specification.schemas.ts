import { z } from 'zod';
import { idOut, instantField, text } from '../../platform/http/schemas.js';
import { STANDINGS } from '../compliance/index.js';
import { ADDRESSABLE_DECISIONS } from './domain/addressable.js';
import { evidenceView } from './evidence.schemas.js';
import { memberName } from './risk.schemas.js';

export const addressableDecision = z.enum(ADDRESSABLE_DECISIONS, {
  error: 'Choose one of the three decisions.',
});

const decisionFields = {
  decision: addressableDecision,
  measure: z.string(),
  reasoning: z.string(),
  decidedBy: memberName,
  decidedAt: instantField,
};

export const specificationView = z
  .object({
    requirementId: z.string(),
    citation: z.string(),
    title: z.string(),
    /** What it asks for, and what that means in practice. */
    summary: z.string(),
    inPractice: z.string(),
    /** The standard that it belongs to. */
    standard: z.object({ citation: z.string(), title: z.string() }).nullable(),
    /** The questions about it, with what was answered. */
    answers: z.array(
      z.object({
        questionId: z.string(),
        sectionId: z.string(),
        text: z.string(),
        /** False where the answer to another question leads past it. */
        asked: z.boolean(),
        standing: z.enum(STANDINGS).nullable(),
        optionText: z.string().nullable(),
      }),
    ),
    decision: z
      .object({
        id: idOut('decision'),
        ...decisionFields,
        evidence: z.array(evidenceView),
        version: z.number().int(),
      })
      .nullable(),
    /** What the analysis before this one decided, with the evidence that still counts. To be confirmed, or decided anew. */
    earlier: z
      .object({
        ...decisionFields,
        evidence: z.array(evidenceView),
        version: z.number().int(),
        assessment: z.object({ id: idOut('assessment'), title: z.string() }),
      })
      .nullable(),
    /** Every answer about it says that it is in place, and nobody decided yet. */
    proposed: z.boolean(),
    /** Decided as put in place, though an answer says that it is missing or not known. */
    contradicted: z.boolean(),
  })
  .meta({ id: 'AddressableSpecification' });
export type SpecificationView = z.infer<typeof specificationView>;

export const specificationList = z
  .object({
    assessment: z.object({
      id: idOut('assessment'),
      title: z.string(),
      status: z.enum(['draft', 'in-review', 'signed', 'withdrawn']),
    }),
    mayDecide: z.boolean(),
    items: z.array(specificationView),
  })
  .meta({ id: 'AddressableSpecificationList' });
export type SpecificationList = z.infer<typeof specificationList>;

export const decideSpecificationRequest = z
  .strictObject({
    decision: addressableDecision,
    measure: text(5_000).default(''),
    reasoning: text(5_000).default(''),
  })
  .meta({ id: 'DecideSpecificationRequest' });
export type DecideSpecificationRequest = z.infer<typeof decideSpecificationRequest>;

/** `earlierVersion`: of the decision of the analysis before, as it was seen. */
export const confirmSpecificationRequest = z
  .strictObject({ earlierVersion: z.int().min(1) })
  .meta({ id: 'ConfirmSpecificationRequest' });
export type ConfirmSpecificationRequest = z.infer<typeof confirmSpecificationRequest>;
