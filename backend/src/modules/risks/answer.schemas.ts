import { z } from 'zod';
import { calendarDateField, idOut, instantField, text } from '../../platform/http/schemas.js';
import { STANDINGS } from '../compliance/index.js';
import { evidenceView } from './evidence.schemas.js';
import { FINDING_STATUSES } from './domain/finding.js';
import { memberName } from './risk.schemas.js';

const standing = z.enum(STANDINGS);

/** Ids of questions and answers as packs write them. */
export const packRowId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'This is not an id of a pack.')
  .max(80);

export const answerView = z
  .object({
    id: idOut('answer'),
    questionId: z.string(),
    optionId: z.string(),
    optionText: z.string(),
    standing,
    explanation: z.string(),
    notes: z.string(),
    answeredBy: memberName,
    answeredAt: instantField,
    finding: z.object({ id: idOut('finding'), status: z.enum(FINDING_STATUSES) }).nullable(),
    evidence: z.array(evidenceView),
    version: z.number().int(),
  })
  .meta({ id: 'Answer' });
export type AnswerView = z.infer<typeof answerView>;

const earlierAnswer = z
  .object({
    optionId: z.string(),
    optionText: z.string(),
    standing,
    /** The present set has this very answer. */
    confirmable: z.boolean(),
    notes: z.string(),
    /** By whom and when, in an analysis of this product; null where a file says it. */
    answeredBy: memberName.nullable(),
    answeredAt: instantField.nullable(),
    assessment: z.object({ id: idOut('assessment'), title: z.string() }).nullable(),
    /** The spreadsheet that said it, where no analysis before this one did. */
    file: z
      .object({
        name: z.string(),
        /** As the file has it. */
        answeredOn: calendarDateField.nullable(),
        importedBy: memberName,
        importedAt: instantField,
      })
      .nullable(),
  })
  .meta({ id: 'EarlierAnswer' });
export type EarlierAnswer = z.infer<typeof earlierAnswer>;

const namedQuestion = {
  questionId: z.string(),
  sectionId: z.string(),
  number: z.number().int(),
  text: z.string(),
};

export const questionView = z
  .object({
    id: z.string(),
    number: z.number().int(),
    text: z.string(),
    why: z.string(),
    evidenceHint: z.string(),
    /** As the regulation has it. */
    designation: z.string().nullable(),
    /** What the source of the question prints, where that differs. */
    publishedDesignation: z.string().nullable(),
    citations: z.array(z.string()),
    requirements: z.array(z.object({ id: z.string(), citation: z.string(), title: z.string() })),
    note: z.string().nullable(),
    options: z.array(z.object({ id: z.string(), text: z.string(), standing, explanation: z.string() })),
    /**
     * `waiting`: the question that leads here has no answer yet; `not-asked`: its answer leads past. An answer that was
     * given before is kept and does not count.
     */
    asking: z.enum(['asked', 'waiting', 'not-asked']),
    /** The question that leads here, and why nothing is lost where it does not; null: always asked. */
    gate: z.object({ ...namedQuestion, why: z.string() }).nullable(),
    /** The question that decides, with its answer, null while it has none; null where this one is asked. */
    heldBy: z.object({ ...namedQuestion, optionText: z.string().nullable() }).nullable(),
    /** How many questions of this section lead to it, one after the other. */
    depth: z.number().int(),
    answer: answerView.nullable(),
    /**
     * What the analysis before this one answered, where the same set asked the same; else what a spreadsheet of an earlier
     * year brought in. To be confirmed, or answered anew.
     */
    earlier: earlierAnswer.nullable(),
  })
  .meta({ id: 'Question' });
export type QuestionView = z.infer<typeof questionView>;

const neighbour = z.object({ id: z.string(), title: z.string() }).nullable();
export const sectionView = z
  .object({
    assessment: z.object({
      id: idOut('assessment'),
      title: z.string(),
      status: z.enum(['draft', 'in-review', 'signed', 'withdrawn']),
    }),
    official: z.boolean(),
    mayAnswer: z.boolean(),
    id: z.string(),
    number: z.number().int(),
    title: z.string(),
    intro: z.string(),
    /** Asked, and answered. */
    answered: z.number().int(),
    /** Without those that an answer leads past. */
    total: z.number().int(),
    notAsked: z.number().int(),
    previous: neighbour,
    next: neighbour,
    questions: z.array(questionView),
    vulnerabilities: z.array(
      z.object({ id: z.string(), vulnerability: z.string(), threats: z.array(z.string()) }),
    ),
  })
  .meta({ id: 'QuestionnaireSection' });
export type SectionView = z.infer<typeof sectionView>;

export const saveAnswerRequest = z
  .strictObject({ optionId: packRowId, notes: text(10_000).default('') })
  .meta({ id: 'SaveAnswerRequest' });
export type SaveAnswerRequest = z.infer<typeof saveAnswerRequest>;
