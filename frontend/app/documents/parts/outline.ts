import { createContext, useContext } from 'react';

/** The section whose headings stand under it in the reader's outline. */
export const OutlineParent = createContext<string | undefined>(undefined);

interface OutlineEntry {
  title: string;
  expanded?: boolean;
  /** By which others stand under it; the package counts them itself where they have none. */
  ref?: string;
  parent?: string | undefined;
}

/** An entry of the reader's outline; the package draws it on any element, its types know it on pages only. */
export function outlined(entry: OutlineEntry): object {
  return { bookmark: entry };
}

/** An entry under the section in which it stands. */
export function useOutlined(title: string): object {
  const parent = useContext(OutlineParent);
  return outlined(parent === undefined ? { title } : { title, parent });
}
