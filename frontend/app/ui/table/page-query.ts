import type { TablePage } from './table-footer';

/** The part of a list's address that turns pages and sorts. Server only in use, pure in kind. */
export function pageQuery(request: Request): { cursor?: string; sort?: string } {
  const search = new URL(request.url).searchParams;
  return { cursor: search.get('cursor') ?? undefined, sort: search.get('sort') ?? undefined };
}

export function pageOf(list: Omit<TablePage, 'isLaterPage'>, request: Request): TablePage {
  const { nextCursor, total, totalIsCapped } = list;
  return { nextCursor, total, totalIsCapped, isLaterPage: new URL(request.url).searchParams.has('cursor') };
}
