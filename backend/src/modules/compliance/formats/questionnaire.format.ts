import { z } from 'zod';
import { STANDINGS, type Questionnaire, type QuestionnaireSection } from '../domain/questionnaire.js';
import { citations, designation, head, ids, maybeSentence, officialId, rowId, sentence } from './fields.js';

const option = z.strictObject({
  id: rowId,
  text: sentence,
  standing: z.enum(STANDINGS),
  explanation: maybeSentence,
});

const askedWhen = z
  .strictObject({
    question: rowId,
    options: z.array(rowId).min(1).max(26).optional(),
    standings: z.array(z.enum(STANDINGS)).min(1).optional(),
    why: sentence,
  })
  .refine(
    ({ options, standings }) => (options === undefined) !== (standings === undefined),
    'names the answers either by options or by standings',
  );

const question = z.strictObject({
  id: rowId,
  number: z.number().int().min(1),
  covers: officialId,
  citations,
  requirementIds: ids,
  designation: designation.nullable(),
  publishedDesignation: maybeSentence.optional(),
  text: sentence,
  askedWhen: askedWhen.optional(),
  why: maybeSentence,
  evidence: maybeSentence,
  findingTitle: sentence.max(300),
  options: z.array(option).min(2, 'needs at least two answers').max(26),
  note: sentence.optional(),
});

const vulnerability = z.strictObject({
  id: rowId,
  number: z.number().int().min(1),
  vulnerability: sentence,
  threats: z.array(sentence).max(60),
});

export const questionnaireSection: z.ZodType<QuestionnaireSection> = z.strictObject({
  id: rowId,
  number: z.number().int().min(1),
  title: sentence,
  intro: maybeSentence,
  questions: z.array(question).min(1).max(200),
  vulnerabilities: z.array(vulnerability).max(100).optional(),
});

export const questionnaire: z.ZodType<Questionnaire> = z.strictObject({
  ...head('questionnaire'),
  sections: z.array(questionnaireSection).min(1).max(60),
});
