import { addDays, dayInWords, type CalendarDate } from '../../../../platform/kernel/calendar-date.js';
import type { CoveredEntity } from './breach-facts.js';
import type { BreachRule } from './breach-rule.js';
import type { Duty, Posting } from './duty.js';

/**
 * Where letters cannot reach somebody. All mailings of a breach are counted together; next of kin without an address
 * are not. The rule names no day of its own: it belongs to the notice of the individuals. 45 CFR 164.404(d)(2)
 */
export function substituteDuties({ contact }: CoveredEntity, individuals: Duty, rule: BreachRule): Duty[] {
  const unreached = contact.insufficient.reduce((sum, found) => sum + found, 0);
  if (unreached === 0) return [];
  const isPublic = unreached >= rule.publicSubstituteFrom;
  const posting = isPublic && contact.postedOn ? postingOf(contact.postedOn, rule) : null;
  const isSummed = contact.insufficient.filter((found) => found > 0).length > 1;
  return [
    {
      ...individuals,
      kind: isPublic ? 'substitute-public' : 'substitute-written',
      citation: isPublic ? '45 CFR 164.404(d)(2)(ii)' : '45 CFR 164.404(d)(2)(i)',
      posting,
      interpretation: individuals.interpretation || isSummed,
      arithmetic: [
        isPublic ? inPublic(unreached, rule) : byOtherMeans(unreached, rule),
        ...postingWords(posting, rule),
        ...individuals.arithmetic,
      ],
    },
  ];
}

function inPublic(unreached: number, { publicSubstituteFrom, postingDays }: BreachRule): string {
  return `Letters cannot reach ${unreached} individuals, ${publicSubstituteFrom} or more: ${postingDays} days on the home page, or major print or broadcast media where they likely live, with a toll-free number for at least ${postingDays} days.`;
}

function byOtherMeans(unreached: number, { publicSubstituteFrom }: BreachRule): string {
  return `Letters cannot reach ${unreached === 1 ? 'one individual' : `${unreached} individuals`}, fewer than ${publicSubstituteFrom}: in writing another way, by telephone, or by other means.`;
}

/** The day of the posting is its first. */
function postingOf(postedOn: CalendarDate, { postingDays }: BreachRule): Posting {
  const earliestRemovalOn = addDays(postedOn, postingDays);
  return { postedOn, lastDay: addDays(earliestRemovalOn, -1), earliestRemovalOn };
}

function postingWords(posting: Posting | null, { postingDays }: BreachRule): string[] {
  if (!posting) return [];
  const { postedOn, lastDay, earliestRemovalOn } = posting;
  return [
    `Posted on ${dayInWords(postedOn)}, day 1. Day ${postingDays} is ${dayInWords(lastDay)}, so it may go on ${dayInWords(earliestRemovalOn)}.`,
  ];
}
