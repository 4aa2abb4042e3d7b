import { z } from 'zod';
import { instantField } from '../../platform/http/schemas.js';
import { EARLIER_OUTCOMES } from './domain/earlier-list/judge-earlier.js';
import { memberName } from './risk.schemas.js';

const sheetName = z.string().max(200).optional();

export const previewEarlierQuery = z.strictObject({ sheet: sheetName });
export type PreviewEarlierQuery = z.infer<typeof previewEarlierQuery>;

export const bringEarlierQuery = z.strictObject({
  /** Of a workbook; without it the first sheet with rows. */
  sheet: sheetName,
  /** What the preview called the file by: only a file that somebody looked at is taken over. */
  seen: z.string().regex(/^[0-9a-f]{64}$/, 'Look at the file first.'),
  /** The rows that cannot be understood are left out; else nothing is taken over while there is one. */
  leaveOutBad: z.enum(['true', 'false']).default('false'),
});
export type BringEarlierQuery = z.infer<typeof bringEarlierQuery>;

const badRow = z
  .object({
    /** As a spreadsheet counts, the headings being row 1. */
    row: z.int(),
    question: z.string(),
    answer: z.string(),
    problems: z.array(z.string()),
    /** What could be answered, where the answer is none of the possible ones. */
    choices: z.array(z.string()),
  })
  .meta({ id: 'BadEarlierAnswer' });

const counts = z.object(
  Object.fromEntries(EARLIER_OUTCOMES.map((outcome) => [outcome, z.int()])) as Record<
    (typeof EARLIER_OUTCOMES)[number],
    z.ZodInt
  >,
);

export const earlierPreview = z
  .object({
    fileName: z.string(),
    /** SHA-256 of the file and the sheet, in hexadecimal. */
    seen: z.string(),
    rowCount: z.int(),
    workbook: z
      .object({
        sheet: z.string(),
        sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
      })
      .nullable(),
    /** Headings whose column is read. */
    used: z.array(z.string()),
    /** Headings whose column is not. */
    unused: z.array(z.string()),
    counts,
    /** How many of those that fit take the place of one that another file brought in. */
    replaces: z.int(),
    /** The first 200 of those that cannot be understood. */
    badRows: z.array(badRow),
  })
  .meta({ id: 'EarlierAnswersPreview' });
export type EarlierPreview = z.infer<typeof earlierPreview>;

export const earlierTaken = z
  .object({ kept: z.int(), replaced: z.int(), leftOut: z.int() })
  .meta({ id: 'EarlierAnswersTaken' });
export type EarlierTaken = z.infer<typeof earlierTaken>;

export const earlierFiles = z
  .object({
    mayBringIn: z.boolean(),
    items: z.array(
      z.object({
        fileName: z.string(),
        answers: z.int(),
        importedBy: memberName,
        importedAt: instantField,
      }),
    ),
  })
  .meta({ id: 'EarlierAnswerFiles' });
export type EarlierFiles = z.infer<typeof earlierFiles>;
