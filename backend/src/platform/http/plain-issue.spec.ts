import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { line, text } from './schemas.js';
import { plainIssue } from './plain-issue.js';

/** What is said of a value, each field with its words. */
function saidOf(schema: z.ZodType, value: unknown): string[] {
  const read = schema.safeParse(value, { error: plainIssue });
  if (read.success) throw new Error('the value was taken');
  return read.error.issues.map(({ message }) => message);
}

const CASES: [string, z.ZodType, unknown, string][] = [
  ['nothing', z.string(), undefined, 'Please fill this in.'],
  ['null', z.number(), null, 'Please fill this in.'],
  ['a number for a text', z.string(), 3, 'Write this as text.'],
  ['a text for a number', z.number(), 'abc', 'Write a number.'],
  ['what is no number', z.coerce.number(), 'abc', 'Write a number.'],
  ['a fraction', z.number().int(), 1.5, 'Write a whole number.'],
  ['no yes and no no', z.boolean(), undefined, 'Say yes or no.'],
  ['no list', z.array(z.string()), 'abc', 'This has to be a list.'],
  ['no object', z.object({}), 'abc', 'This cannot be read. Please look at it again.'],
  ['no date', z.date(), 'abc', 'Write the date as YYYY-MM-DD.'],
  ['no choice', z.enum(['a', 'b']), '', 'Choose one of the given.'],
  ['another value', z.literal('a'), 'b', 'Choose one of the given.'],
  ['below zero', z.number().min(0), -1, 'Not below zero.'],
  ['too small', z.number().min(5), 4, 'At least 5.'],
  ['not positive', z.number().positive(), 0, 'More than 0.'],
  ['too large', z.number().max(10_000_000), 10_000_001, 'At most 10,000,000.'],
  ['not less', z.number().lt(5), 5, 'Less than 5.'],
  ['no step', z.number().multipleOf(0.25), 0.3, 'Only in steps of 0.25.'],
  ['an empty text', z.string().min(1), '', 'Please fill this in.'],
  ['a short text', z.string().min(3), 'a', 'At least 3 characters.'],
  ['a long text', z.string().max(1), 'ab', 'At most one character.'],
  ['another length', z.string().length(2), 'abc', 'Exactly 2 characters.'],
  ['an empty list', z.array(z.string()).min(1), [], 'Choose at least one.'],
  ['a short list', z.array(z.string()).min(2), ['a'], 'At least 2 entries.'],
  ['a long list', z.array(z.string()).max(1), ['a', 'b'], 'At most one entry.'],
  ['an early date', z.date().min(new Date('2026-01-02')), new Date('2026-01-01'), 'At least 2026-01-02.'],
  ['no e-mail', z.email(), 'abc', 'Write an e-mail address, such as ana@clinic.example.'],
  ['no address', z.url(), 'abc', 'Write the whole address, such as https://clinic.example.'],
  ['no day', z.iso.date(), 'abc', 'Write the date as YYYY-MM-DD.'],
  ['no moment', z.iso.datetime(), 'abc', 'Write the time as 2026-01-31T09:30:00Z.'],
  ['no id', z.uuid(), 'abc', 'This is not written as it has to be.'],
  ['another pattern', z.string().regex(/^x$/), 'abc', 'This is not written as it has to be.'],
  ['another field', z.strictObject({}), { colour: 1 }, 'There is no such field here: “colour”.'],
  [
    'none of several',
    z.union([z.string(), z.number()]),
    true,
    'This cannot be read. Please look at it again.',
  ],
  [
    'no known kind',
    z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') })]),
    { kind: 'b' },
    'This cannot be read. Please look at it again.',
  ],
  [
    'a key',
    z.record(z.string().max(1), z.string()),
    { ab: '' },
    'This cannot be read. Please look at it again.',
  ],
  ['an element', z.map(z.string(), z.string()), new Map([['a', 1]]), 'Write this as text.'],
  [
    'what a rule refuses',
    z.string().refine(() => false),
    'abc',
    'This cannot be read. Please look at it again.',
  ],
];

describe('the words for an entry', () => {
  it.each(CASES)('%s', (_name, schema, value, words) => {
    expect(saidOf(schema, value)).toEqual([words]);
  });

  it('are those of the field where it has some', () => {
    expect(saidOf(z.number().min(5, 'Between 5 and 30 minutes.'), 1)).toEqual(['Between 5 and 30 minutes.']);
    expect(saidOf(z.enum(['a'], { error: 'Choose the kind.' }), 'b')).toEqual(['Choose the kind.']);
  });

  it('name a few of many unknown fields, and none at length', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`${n}`.padEnd(500, 'x'), 1]));
    expect(saidOf(z.strictObject({}), many)[0]!.length).toBeLessThan(400);
  });
});

describe('a name or title', () => {
  const invisible = [0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x200b, 0xfeff];

  it.each(invisible.map((code) => [`U+${code.toString(16)}`, String.fromCodePoint(code)]))(
    'never holds %s',
    (_name, character) => {
      expect(saidOf(line(200, 1), `Front${character}desk`)).toEqual([
        'This holds invisible characters that can change how it reads. Type it anew instead of pasting it.',
      ]);
    },
  );

  it.each(['Zoë Łukasz', 'ענת', 'می\u200cخواهم', '👩\u200d⚕️ Clinic', 'a\u200eb'])('may be %s', (name) => {
    expect(line(200, 1).parse(name)).toBe(name);
  });

  it('is bounded and printable as all text', () => {
    expect(saidOf(line(3, 1), '')).toEqual(['Please fill this in.']);
    expect(saidOf(line(3, 1), 'abcd')).toEqual(['At most 3 characters.']);
    expect(saidOf(line(3, 1), 'a\u0007')).toEqual(['This contains characters that cannot be printed.']);
    expect(text(200).parse('a\u200bb')).toBe('a\u200bb');
  });
});
