import { z } from 'zod';
import { calendarDateField, idOut } from '../../platform/http/schemas.js';
import { ADDRESSABLE_DECISIONS } from './domain/addressable.js';

/** No list of changes is longer than this; `count` tells of all. */
export const MOST_CHANGES = 500;

/** Of each list so many. */
export const changesQuery = z.object({
  limit: z.coerce.number().int().min(1).max(MOST_CHANGES).default(MOST_CHANGES),
});
export type ChangesQuery = z.infer<typeof changesQuery>;

const changeList = <T extends z.ZodType>(item: T) =>
  z.object({ count: z.number().int(), items: z.array(item) });
const named = z.object({ name: z.string() });
const changedFields = z.object({
  name: z.string(),
  fields: z.array(z.string()),
  /** From what to what, as codes and words; long texts shortened. Later than the first signatures: those name the fields alone. */
  details: z
    .array(z.object({ field: z.string(), from: z.array(z.string()), to: z.array(z.string()) }))
    .optional(),
});
const inventoryChanges = z.object({
  added: changeList(named),
  gone: changeList(named),
  changed: changeList(changedFields),
  same: z.number().int(),
});
const given = z.object({ optionText: z.string(), standing: z.string() });
const answerChange = z.object({
  questionId: z.string(),
  sectionId: z.string(),
  text: z.string(),
  from: given.nullable(),
  to: given.nullable(),
});
const level = z.string().nullable();
const riskRow = z.object({ number: z.number().int(), title: z.string(), level });
const decision = z.enum(ADDRESSABLE_DECISIONS).nullable();

/** What is different since the analysis before. Levels are the words of each analysis's own scale. */
export const changesView = z
  .object({
    previous: z.object({
      id: idOut('assessment'),
      title: z.string(),
      signedOn: calendarDateField.nullable(),
    }),
    /** Different sets ask different questions: then answers are not compared. */
    sameQuestions: z.boolean(),
    answers: z.object({
      better: changeList(answerChange),
      worse: changeList(answerChange),
      other: changeList(answerChange),
      same: z.number().int(),
      unanswered: z.number().int(),
      /** Answered before and not asked now, with the question whose answer leads past each. */
      notAsked: changeList(answerChange.extend({ because: z.string() })),
    }),
    assets: inventoryChanges,
    dataFlows: inventoryChanges,
    risks: z.object({
      /** Both years were rated alike; else every risk that was rated in one of them counts as changed. */
      sameScale: z.boolean(),
      added: changeList(riskRow),
      gone: changeList(riskRow),
      changed: changeList(z.object({ number: z.number().int(), title: z.string(), from: level, to: level })),
      same: z.number().int(),
    }),
    specifications: changeList(
      z.object({ citation: z.string(), title: z.string(), from: decision, to: decision }),
    ),
  })
  .meta({ id: 'AssessmentChanges' });
export type ChangesView = z.infer<typeof changesView>;
