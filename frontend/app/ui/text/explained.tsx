import type { ReactNode } from 'react';
import { Term } from './term';

const MARK = /\[([^\]]+)\]\(([a-z0-9-]+)\)/g;

/** Turns `[ePHI](ephi)` in a text of the catalog into a term that explains itself; other content stays as it is. */
export function explained(content: ReactNode): ReactNode {
  if (typeof content !== 'string' || !content.includes('](')) return content;
  // Split by a pattern with two groups: text, word, id, text, word, id, …
  return content.split(MARK).map((part, index, parts) => {
    if (index % 3 === 2) return null;
    if (index % 3 === 0) return part;
    return (
      <Term key={index} id={parts[index + 1] ?? ''}>
        {part}
      </Term>
    );
  });
}
