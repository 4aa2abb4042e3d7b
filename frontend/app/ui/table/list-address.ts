/** The filters that an address sets, without those left at "any". */
export function filtersOf<Name extends string>(
  request: Request,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const search = new URL(request.url).searchParams;
  const filters: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = search.get(name)?.trim();
    if (value) filters[name] = value;
  }
  return filters;
}

export const FILE_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Where the view can be had as a file: the list's address in the API, and the filters and the order that are set. */
export interface ListFiles {
  list: string;
  filters: Partial<Record<string, string>>;
}

/** Without the filters: a form adds those itself. */
export function listFileAddress(list: string, format: FileFormat): string {
  return `${list}/export.${format}`;
}
