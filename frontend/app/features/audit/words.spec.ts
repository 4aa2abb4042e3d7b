import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PURPOSES } from '~/ui/table/last-purpose';
import { actionChoices, actionWords, fieldWords, purposeWords, typeWord } from './words';

const BACKEND = join(import.meta.dirname, '../../../../backend/src');

/** The actions that the backend's modules declare, by the names that stand in the log. */
async function declaredActions(): Promise<string[]> {
  const files = await readdir(BACKEND, { recursive: true });
  const texts = await Promise.all(
    files.filter((file) => file.endsWith('.audit.ts')).map((file) => readFile(join(BACKEND, file), 'utf8')),
  );
  return texts.flatMap((text) => [...text.matchAll(/^ {4}'([a-z-]+\.[a-z-]+)':/gm)].map(([, name]) => name!));
}

it('has words for every action that the backend writes down, and for no other', async () => {
  const declared = await declaredActions();
  expect(declared.length).toBeGreaterThan(60);
  expect(
    actionChoices()
      .map(({ value }) => value)
      .sort(),
  ).toEqual(declared.sort());
});

it('shows a name from a later version as it is', () => {
  expect(actionWords('asset.teleported')).toBe('asset.teleported');
  expect(typeWord('new-thing')).toBe('new-thing');
});

it('reads the names of fields as words', () => {
  expect(['ownerId', 'dueOn', 'budgetCents', 'phiTypes', 'siteIds'].map(fieldWords)).toEqual([
    'owner',
    'due on',
    'budget cents',
    'phi types',
    'site',
  ]);
});

it('tells the parts of a rating apart', () => {
  const names = ['safeguards', 'safeguardIds', 'residualLikelihood', 'residualImpact', 'content'];
  expect(names.map(fieldWords)).toEqual([
    'what protects you, in your words',
    'safeguards in place',
    'likelihood with safeguards',
    'impact with safeguards',
    'steps, levels or matrix',
  ]);
});

it('says what something was taken out for, and nothing where nobody said so', () => {
  expect(purposeWords({ purpose: 'audit' })).toBe('for an audit');
  expect(purposeWords({ asOf: '2026-05-07', purpose: 'audit' })).toBe('as of May 7, 2026, for an audit');
  expect(PURPOSES.map((purpose) => purposeWords({ purpose })).every((words) => /^for /.test(words))).toBe(
    true,
  );
  const nothing = [{}, { purpose: 'disposal' }, { purpose: 7 }, { purpose: 'toString' }];
  expect(nothing.map((detail) => purposeWords(detail))).toEqual(['', '', '', '']);
});

it('has a purpose for each that the backend knows', async () => {
  const text = await readFile(join(BACKEND, 'platform/kernel/export-purpose.ts'), 'utf8');
  expect([...text.matchAll(/^ {2}'([a-z-]+)',$/gm)].map(([, name]) => name)).toEqual([...PURPOSES]);
});

it('ends each sentence with what it is about, whether its name follows or not', () => {
  for (const { value } of actionChoices())
    expect(actionWords(value)).not.toMatch(/( (at|to|of|about|as|on|with)|:)$/);
});
