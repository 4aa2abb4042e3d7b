import { expect, it } from 'vitest';
import { sourceFiles } from '~/test/source-files';

// Marks and code that are no language.
const ALLOWED = new Set([
  '·',
  '…',
  '→',
  '–',
  '—',
  '•',
  '/',
  ':',
  ',',
  '.',
  '(',
  ')',
  '%',
  '$',
  '#',
  '&nbsp;',
]);
const SPOKEN_ATTRIBUTES =
  /\s(?:aria-label|title|placeholder|alt|label|hint|lead|caption|legend)="([^"]*[A-Za-z]{2}[^"]*)"/g;
const TEXT_BETWEEN_TAGS = />([^<>{}=;]*[A-Za-z]{2}[^<>{}=;]*)<\//g;

it('finds a planted word', () => {
  expect(literalWords('<p>Hello there</p>')).toEqual(['Hello there']);
  expect(literalWords('<Section title="Risks" />')).toEqual(['Risks']);
  expect(literalWords("<p>{t('work.title')}</p>")).toEqual([]);
});

it('keeps every word on screen in the catalog', async () => {
  const found: string[] = [];
  for (const { path, text } of await sourceFiles(['.tsx'])) {
    if (path.startsWith('test/')) continue;
    for (const words of literalWords(text)) found.push(`${path}: ${words}`);
  }
  expect(found).toEqual([]);
});

function literalWords(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [SPOKEN_ATTRIBUTES, TEXT_BETWEEN_TAGS]
    .flatMap((pattern) => [...code.matchAll(pattern)].map(([, words = '']) => words.trim()))
    .filter((words) => words !== '' && !ALLOWED.has(words));
}
