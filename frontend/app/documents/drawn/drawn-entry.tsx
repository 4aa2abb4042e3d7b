import type { ReactNode } from 'react';
import { portrait } from '../look';
import type { Part } from './blocks';
import { Drawn } from './drawn';

const ASIDE = 82;
/** What is left for the text of an entry. */
export const ENTRY_WIDTH = portrait.width - ASIDE;

/** One of many things that each have a paragraph: what it is called at the side, all that is known of it beside. */
export function DrawnEntry({ aside, parts }: { aside: readonly Part[]; parts: readonly Part[] }): ReactNode {
  const columns = [
    { width: ASIDE, parts: aside },
    { width: ENTRY_WIDTH, parts },
  ];
  return <Drawn parts={[{ columns }]} width={portrait.width} pad={8} ruled="above" />;
}
