import { z } from 'zod';
import { isCalendarDate } from '../kernel/calendar-date.js';
import { typedIdPattern, uuidOf, type IdKind } from '../kernel/typed-id.js';

/** An id as it comes in: typed text outside, a UUID inside. */
export function idIn(kind: IdKind) {
  return z
    .string()
    .regex(typedIdPattern(kind), 'This is not an id of that kind.')
    .transform((text) => uuidOf(text));
}

/** An id as it goes out. */
export function idOut(kind: IdKind) {
  return z.string().regex(typedIdPattern(kind));
}

export const calendarDateField = z
  .string()
  .refine(isCalendarDate, 'Write the date as YYYY-MM-DD.')
  .meta({ format: 'date' });
export const instantField = z.iso.datetime();

/** Text that a person types: trimmed, without control characters, within a length. */
export function text(most: number, least = 0) {
  const bounded = z.string().trim().max(most, `At most ${most} characters.`);
  const printable = bounded.regex(
    /^(?:[^\p{Cc}]|[\t\n\r])*$/u,
    'This contains characters that cannot be printed.',
  );
  return least > 0
    ? printable.min(least, least === 1 ? 'Please fill this in.' : `At least ${least} characters.`)
    : printable;
}

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(400).optional(),
};

/** A page of a list: `total` counts up to the cap, and says so. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    totalIsCapped: z.boolean(),
  });
}
