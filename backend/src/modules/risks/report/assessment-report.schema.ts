import { z } from 'zod';
import { ADDRESSABLE_DECISIONS } from '../domain/addressable.js';
import { reportChanges } from './changes.schema.js';
import { reportActions } from './plan.schema.js';
import { reportRegister } from './register.schema.js';
import { reportInventory } from './inventory.schema.js';
import { instant, day, person, ratingScale, reportEvidence } from './parts.schema.js';

/**
 * A risk analysis as one value: what the two PDFs print, and what is signed. Every non-empty field of it appears in
 * the PDFs. Text that nobody wrote is '' and what does not apply is null. Levels, likelihoods and impacts are ids of
 * the scale that stands in `assessment.scale`.
 */
const packUsed = z.object({
  pack: z.string(),
  version: z.string(),
  title: z.string(),
  official: z.boolean(),
});

const answer = z.object({
  optionText: z.string(),
  standing: z.enum(['in-place', 'partial', 'gap', 'unknown', 'not-applicable']),
  explanation: z.string(),
  notes: z.string(),
  answeredBy: z.string(),
  answeredAt: instant,
  evidence: z.array(reportEvidence),
});

const section = z.object({
  id: z.string(),
  title: z.string(),
  intro: z.string(),
  questions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      citations: z.array(z.string()),
      /** 'Required', 'Addressable', or null where the rule says neither. */
      designation: z.string().nullable(),
      answer: answer.nullable(),
      /** Of a question that is not asked: the question that leads past it, or may still lead to it. */
      notAsked: z
        .object({
          questionId: z.string(),
          text: z.string(),
          /** Null while that one has no answer. */
          answer: z.string().nullable(),
          /** What was answered here before; it does not count. */
          kept: z.string().nullable(),
        })
        .nullable()
        // Reports signed before there were gates lack it.
        .optional(),
    }),
  ),
});

/** What was decided about an addressable specification, 45 CFR 164.306(d)(3); null: nobody decided yet. */
const specification = z.object({
  citation: z.string(),
  title: z.string(),
  summary: z.string(),
  decision: z
    .object({
      decision: z.enum(ADDRESSABLE_DECISIONS),
      measure: z.string(),
      reasoning: z.string(),
      decidedBy: z.string(),
      decidedAt: instant,
      /** Reports signed before decisions had evidence lack it. */
      evidence: z.array(reportEvidence).optional(),
    })
    .nullable(),
});

const signOff = z.object({
  preparedBy: z.string(),
  submittedBy: z.string(),
  submittedAt: instant,
  approvedBy: z.string(),
  approvedAt: instant,
  approvedOn: day,
  statement: z.string(),
  /** SHA-256, in hexadecimal, of the canonical JSON of this report without this very field. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});

export const assessmentReport = z
  .object({
    /** Live and unsigned: the PDFs say so on each page. */
    draft: z.boolean(),
    generatedAt: instant,
    organization: z.object({
      name: z.string(),
      kind: z.enum(['covered-entity', 'business-associate']),
      timeZone: z.string(),
    }),
    assessment: z.object({
      id: z.string(),
      title: z.string(),
      scope: z.string(),
      status: z.enum(['draft', 'in-review', 'signed', 'withdrawn']),
      startedOn: day,
      preparedBy: z.string(),
      submittedBy: person,
      submittedAt: instant.nullable(),
      questionnaire: packUsed,
      threats: packUsed,
      scale: ratingScale,
      previousTitle: z.string().nullable(),
      /** Who took it back, and why; absent where nobody did. */
      withdrawn: z.object({ by: z.string(), at: instant, reason: z.string() }).optional(),
    }),
    /** Whom this report names, with the role that each had then; reports signed before this was told lack it. */
    people: z.array(z.object({ name: z.string(), role: z.string() })).optional(),
    methodology: z.array(
      z.object({
        step: z.number().int(),
        title: z.string(),
        text: z.string(),
        citations: z.array(z.string()),
      }),
    ),
    /** Null where it follows no other one; reports signed before this was told lack it. */
    changes: reportChanges.nullable().optional(),
    ...reportInventory,
    sections: z.array(section),
    /** The decisions on addressable specifications; reports signed before these were asked for lack them. */
    specifications: z.array(specification).optional(),
    ...reportRegister,
    ...reportActions,
    /** OCR's five tests of a risk analysis, as its preparer answered them; null: not answered yet. */
    checklist: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        question: z.string(),
        citations: z.array(z.string()),
        met: z.boolean().nullable(),
        note: z.string(),
        answeredBy: person,
        answeredAt: instant.nullable(),
        /** What the product counted beside the test. */
        facts: z.array(z.object({ label: z.string(), value: z.string() })),
      }),
    ),
    signOff: signOff.nullable(),
  })
  .meta({ id: 'AssessmentReport' });
export type AssessmentReport = z.infer<typeof assessmentReport>;
export type ReportSection = AssessmentReport['sections'][number];
export type ReportSignOff = z.infer<typeof signOff>;
