import { z } from 'zod';
import { CONCLUSIONS } from './domain/determination/determination.js';
import { DUTY_KINDS } from './domain/clock/duty.js';

const year = z.string().regex(/^(\d{4}|all)$/, 'Write a year, or “all”.');

export const determinationExportQuery = z.strictObject({
  conclusion: z.enum(CONCLUSIONS).optional(),
  year: year
    .default('all')
    .describe('The year of the second signature, by the calendar of the organization.'),
});
export type DeterminationExportQuery = z.infer<typeof determinationExportQuery>;

export const noticeExportQuery = z.strictObject({
  kind: z.enum(DUTY_KINDS).optional(),
  status: z.enum(['open', 'met', 'withdrawn']).optional(),
  year: year.default('all').describe('The year in which the breach was discovered.'),
});
export type NoticeExportQuery = z.infer<typeof noticeExportQuery>;

/** Null: every year. */
export function yearOf({ year: typed }: { year: string }): number | null {
  return typed === 'all' ? null : Number(typed);
}
