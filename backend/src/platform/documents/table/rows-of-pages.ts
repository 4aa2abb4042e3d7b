import { currentContext, runInContext } from '../../context/request-context.js';

interface Page<Row> {
  items: readonly Row[];
  nextCursor: string | null;
}

/** Larger than any page on a screen. */
export const ROWS_A_PAGE = 500;

/** A whole list, page by page: with the filters, the rights and the order of the list itself. */
export function rowsOfPages<Row>(
  pageBehind: (cursor: string | undefined) => Promise<Page<Row>>,
): AsyncIterable<readonly Row[]> {
  return withinRequest(pages(pageBehind));
}

/** A whole list that is read the newest first, each page before the id that ended the last one. */
export function newestFirst<Row extends { id: string }, Shown>(
  read: (page: { most: number; before: string | null }) => Promise<readonly Row[]>,
  show: (row: Row) => Shown,
): AsyncIterable<readonly Shown[]> {
  return behindTheLast((most, before) => read({ most, before }), show);
}

/** A whole list that is read the oldest first, each page behind the id that ended the last one. */
export function oldestFirst<Row extends { id: string }>(
  read: (page: { most: number; behind: string | null }) => Promise<readonly Row[]>,
): AsyncIterable<readonly Row[]> {
  return behindTheLast(
    (most, behind) => read({ most, behind }),
    (row) => row,
  );
}

function behindTheLast<Row extends { id: string }, Shown>(
  read: (most: number, last: string | null) => Promise<readonly Row[]>,
  show: (row: Row) => Shown,
): AsyncIterable<readonly Shown[]> {
  return rowsOfPages(async (last) => {
    const found = await read(ROWS_A_PAGE + 1, last ?? null);
    const page = found.slice(0, ROWS_A_PAGE);
    return { items: page.map(show), nextCursor: found.length > ROWS_A_PAGE ? page.at(-1)!.id : null };
  });
}

async function* pages<Row>(pageBehind: (cursor: string | undefined) => Promise<Page<Row>>) {
  let cursor: string | undefined;
  for (;;) {
    const { items, nextCursor } = await pageBehind(cursor);
    yield items;
    if (nextCursor === null) return;
    cursor = nextCursor;
  }
}

/** Rows that are at hand, as many at a time as a page of a list has. */
export async function* inPieces<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_A_PAGE)
    yield await Promise.resolve(rows.slice(start, start + ROWS_A_PAGE));
}

/** The reader of a stream is woken by its socket, outside the request's context: each batch is read within it. */
export function withinRequest<Item>(source: AsyncGenerator<Item>): AsyncGenerator<Item> {
  const context = currentContext();
  const carried = async function* () {
    try {
      for (;;) {
        const next = await runInContext(context, () => source.next());
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await source.return(undefined);
    }
  };
  return carried();
}
