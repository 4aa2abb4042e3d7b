import { expect, it } from 'vitest';
import { anonymousContext, contextIfAny, runInContext } from '../../context/request-context.js';
import { rowsOfPages } from './rows-of-pages.js';

it('reads page after page in the context of the request, though who takes them is outside of it', async () => {
  const seen: (string | undefined)[] = [];
  const pages = runInContext(anonymousContext('req-1', null), () =>
    rowsOfPages((cursor) => {
      seen.push(contextIfAny()?.requestId);
      return Promise.resolve(cursor ? { items: [2], nextCursor: null } : { items: [1], nextCursor: 'c' });
    }),
  );
  const rows: number[] = [];
  for await (const page of pages) rows.push(...page);
  expect(rows).toEqual([1, 2]);
  expect(seen).toEqual(['req-1', 'req-1']);
});
