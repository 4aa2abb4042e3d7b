/** Names of things and titles are facts that may be carried over; sentences are not. */
const NOT_SENTENCES = new Set([
  'title',
  'label',
  'term',
  'id',
  'citation',
  'citations',
  'covers',
  'source',
  'basis',
  'family',
]);

/** Every sentence of a document, with the place where it stands. */
export function sentencesOf(value: unknown, place = '', key = ''): { place: string; text: string }[] {
  if (typeof value === 'string') return NOT_SENTENCES.has(key) ? [] : [{ place, text: value }];
  if (Array.isArray(value))
    return value.flatMap((inner, index) => sentencesOf(inner, `${place}[${index}]`, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => sentencesOf(inner, `${place}.${name}`, name));
}

/** Runs of so many words, without citations, punctuation and capitals. */
export function wordRuns(text: string, length: number): string[] {
  const words = text
    .replace(/\b(45 CFR )?\d{3}\.\d{3,4}(\([0-9A-Za-z]{1,5}\))*/g, ' ')
    .replaceAll('’', "'")
    .toLowerCase()
    .match(/[a-z0-9']+/g);
  return (words ?? []).slice(length - 1).map((_, start) => words!.slice(start, start + length).join(' '));
}
