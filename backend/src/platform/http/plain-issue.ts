import { z } from 'zod';
import { entryWords as words } from '../messages/en-entries.js';

type Issue = z.core.$ZodRawIssue;

const MOST_NAMES = 5;
const LONGEST_NAME = 60;

/** The validator's finding as a person would say it. Fields that have words of their own never come here. */
export function plainIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return ofKind(String(issue.expected), issue.input);
    case 'invalid_value':
      return words.choice;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return FORMATS[issue.format] ?? words.writtenOtherwise;
    case 'not_multiple_of':
      return words.stepsOf(String(issue.divisor));
    case 'unrecognized_keys':
      return words.unknownFields(issue.keys.slice(0, MOST_NAMES).map((name) => name.slice(0, LONGEST_NAME)));
    default:
      return words.unreadable;
  }
}

/** From here on the validator speaks plainly wherever nobody gave it other words. */
export function speakPlainly(): void {
  z.config({ customError: plainIssue });
}

const KINDS: Record<string, string> = {
  string: words.text,
  number: words.number,
  bigint: words.whole,
  int: words.whole,
  boolean: words.yesOrNo,
  array: words.list,
  set: words.list,
  date: words.date,
};

function ofKind(expected: string, input: unknown): string {
  if (expected === 'boolean') return words.yesOrNo;
  if (input === undefined || input === null) return words.missing;
  return KINDS[expected] ?? words.unreadable;
}

const FORMATS: Record<string, string> = {
  date: words.date,
  datetime: words.instant,
  email: words.email,
  url: words.address,
};

function tooSmall({ origin, minimum, inclusive, exact }: Issue & { code: 'too_small' }): string {
  const least = Number(minimum);
  if (exact) return words.exactly(sized(origin, least));
  if (origin === 'string' && least === 1) return words.missing;
  if (isCollection(origin) && least === 1) return words.atLeastOne;
  if (isNumber(origin) && least === 0 && inclusive) return words.notBelowZero;
  return inclusive === false ? words.moreThan(sized(origin, least)) : words.atLeast(sized(origin, least));
}

function tooBig({ origin, maximum, inclusive, exact }: Issue & { code: 'too_big' }): string {
  const most = Number(maximum);
  if (exact) return words.exactly(sized(origin, most));
  return inclusive === false ? words.lessThan(sized(origin, most)) : words.atMost(sized(origin, most));
}

function sized(origin: string, size: number): string {
  if (origin === 'string') return words.characters(size);
  if (isCollection(origin)) return words.entries(size);
  if (origin === 'date') return new Date(size).toISOString().slice(0, 10);
  return numbers.format(size);
}
const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 });

function isCollection(origin: string): boolean {
  return origin === 'array' || origin === 'set' || origin === 'map';
}

function isNumber(origin: string): boolean {
  return origin === 'number' || origin === 'int' || origin === 'bigint';
}
