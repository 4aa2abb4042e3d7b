import type { ReactNode } from 'react';
import { portrait } from '../look';
import type { Part } from './blocks';
import { Drawn, headHeight } from './drawn';

const ASIDE = 82;
const PAD = 8;
/** What is left for the text of an entry. */
export const ENTRY_WIDTH = portrait.width - ASIDE;

export interface Entry {
  aside: readonly Part[];
  parts: readonly Part[];
}

/** One of many things that each have a paragraph: what it is called at the side, all that is known of it beside. */
export function DrawnEntry(entry: Entry): ReactNode {
  return <Drawn parts={partsOf(entry)} width={portrait.width} pad={PAD} ruled="above" />;
}

/** How much of it has to stand below a heading, in points. */
export function entryHead(entry: Entry): number {
  return headHeight({ parts: partsOf(entry), width: portrait.width, pad: PAD });
}

function partsOf({ aside, parts }: Entry): Part[] {
  const columns = [
    { width: ASIDE, parts: aside },
    { width: ENTRY_WIDTH, parts },
  ];
  return [{ columns }];
}
