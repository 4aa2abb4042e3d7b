import ts from 'typescript';
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
  'SHA-256',
]);
const SPOKEN_ATTRIBUTES = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'label',
  'hint',
  'lead',
  'caption',
  'legend',
]);

it('finds a planted word', () => {
  expect(literalWords('<p>Hello there</p>')).toEqual(['Hello there']);
  expect(literalWords('<Section title="Risks" />')).toEqual(['Risks']);
  expect(literalWords('<h1>{title} of yours</h1>')).toEqual(['of yours']);
  expect(literalWords("<p>{open ? 'Opened' : `Closed by ${name}`}</p>")).toEqual(['Opened', 'Closed by']);
  expect(literalWords("<Section title={wide ? 'Risks' : t('risks.title')} />")).toEqual(['Risks']);
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

/** What stands as text in the markup: between tags, in what is read out, and as a text in an expression there. */
function literalWords(source: string): string[] {
  const file = ts.createSourceFile('page.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const words: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node)) words.push(node.text.trim());
    if (ts.isJsxExpression(node) && ts.isJsxElement(node.parent)) words.push(...textsOf(node.expression));
    if (ts.isJsxAttribute(node) && SPOKEN_ATTRIBUTES.has(node.name.getText(file))) {
      const value = node.initializer;
      words.push(...textsOf(value && ts.isJsxExpression(value) ? value.expression : value));
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return words.filter((text) => /[A-Za-z]{2}/.test(text) && !ALLOWED.has(text));
}

/** The texts that an expression may come out as: itself, or what a choice leads to. */
function textsOf(expression: ts.Node | undefined): string[] {
  if (!expression) return [];
  if (ts.isStringLiteralLike(expression)) return [expression.text.trim()];
  if (ts.isParenthesizedExpression(expression)) return textsOf(expression.expression);
  if (ts.isConditionalExpression(expression))
    return [...textsOf(expression.whenTrue), ...textsOf(expression.whenFalse)];
  if (ts.isBinaryExpression(expression)) return textsOf(expression.right);
  if (ts.isTemplateExpression(expression))
    return [expression.head, ...expression.templateSpans.map(({ literal }) => literal)].map(({ text }) =>
      text.trim(),
    );
  return [];
}
