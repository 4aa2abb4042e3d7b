import { z } from 'zod';
import { isCalendarDate } from '../kernel/calendar-date.js';
import { hidesSomething, PRINTABLE } from '../kernel/plain-text.js';
import { typedIdPattern, uuidOf, type IdKind } from '../kernel/typed-id.js';
import { entryWords } from '../messages/en-entries.js';

/** An id as it comes in: typed text outside, a UUID inside. */
export function idIn(kind: IdKind) {
  return z
    .string()
    .regex(typedIdPattern(kind), {
      error: ({ input }) => (input === '' ? 'Choose one.' : 'This is not an id of that kind.'),
    })
    .transform((text) => uuidOf(text));
}

/** An id as it goes out. */
export function idOut(kind: IdKind) {
  return z.string().regex(typedIdPattern(kind));
}

export const calendarDateField = z
  .string()
  .refine(isCalendarDate, {
    error: ({ input }) => (input === '' ? 'Choose a date.' : 'Write the date as YYYY-MM-DD.'),
  })
  .meta({ format: 'date' });
/** For a list that is declared `@AsOf()`. */
export const asOfField = calendarDateField.optional();
export const instantField = z.iso.datetime();

/** Money that a person types: whole cents, up to ten billion dollars. */
export const centsField = z
  .number('That is no amount. Write it like 1200 or 1200.50.')
  .int('Not finer than a cent.')
  .min(0, 'Not below zero.')
  .max(1_000_000_000_000, 'That is more than this product counts.');
export const countField = z
  .number('Write a whole number.')
  .int('Write a whole number.')
  .min(0, 'Not below zero.');

/** Text that a person types: trimmed, without control characters, within a length. */
export function text(most: number, least = 0) {
  const bounded = z.string().trim().max(most, `At most ${most} characters.`);
  const printable = bounded.regex(PRINTABLE, entryWords.notPrintable);
  return least > 0
    ? printable.min(least, least === 1 ? 'Please fill this in.' : `At least ${least} characters.`)
    : printable;
}

/** A name or title: text on one line, without what nobody sees and which changes how it reads. */
export function line(most: number, least = 0) {
  return text(most, least).refine((typed) => !hidesSomething(typed), entryWords.invisible);
}

/** So long is a page of a list where nothing else is asked for. */
export const USUAL_LIMIT = 50;

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(USUAL_LIMIT),
  cursor: z.string().max(400).optional(),
};

/** Records by what people call them, in full and whatever the case: for a form in which a record is named by typing. */
export const namedQuery = z
  .union([line(300), z.array(line(300)).max(20)])
  .transform((names) => [names].flat())
  .optional();

/** A page of a list: `total` counts up to the cap, and says so. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    totalIsCapped: z.boolean(),
  });
}
