import { color, type } from '../look';
import type { Run } from './wrap-lines';

/** A paragraph, or one word on a ground of its own (a tag), or one beside a disc (a standing). */
export interface Block {
  runs: readonly Run[];
  size: number;
  /** Room above it. */
  gap?: number;
  align?: Align;
  tag?: { backgroundColor: string; color: string };
  standing?: string;
  /** The colour of a line down its left side. */
  bar?: string;
}

export type Align = 'left' | 'right';

/** Blocks in columns beside each other, with a gutter between. */
export interface Beside {
  columns: readonly Column[];
  gap?: number;
}

export interface Column {
  width: number;
  parts: readonly Part[];
}

export type Part = Block | Beside;

interface More extends Partial<Omit<Block, 'runs' | 'size'>> {
  ink?: string;
}

export const small = (text: string, more?: More): Block => block(type.small, [{ text }], more);
export const note = (text: string, more?: More): Block => block(type.note, [{ text }], more);
export const label = (text: string, more?: More): Block => block(type.label, [{ text }], more);
export const tag = (text: string): Block => block(type.tag, [{ text, face: 'strong' }]);
export const title = (text: string, more?: More): Block => block(type.h3, [{ text, face: 'strong' }], more);
export const strong = (text: string, more?: More): Block =>
  block(type.small, [{ text, face: 'strong' }], more);
export const strongLabel = (text: string, more?: More): Block =>
  block({ ...type.label, color: color.ink }, [{ text, face: 'strong' }], more);
/** A text after the word for what it is. */
export const labelled = (name: string, text: string, more?: More): Block =>
  block(type.small, [{ text: `${name}  `, color: color.faint }, { text }], more);

/** A paragraph of several kinds of words; those without a colour have the one of the style. */
export function block(
  { fontSize, color: own }: { fontSize: number; color?: string },
  runs: readonly Run[],
  { ink = own, ...more }: More = {},
): Block {
  return { runs: runs.map((run) => ({ color: ink, ...run })), size: fontSize, ...more };
}

/** What is empty takes no room. */
export function filled(...parts: readonly (Part | readonly Part[] | false | null | '')[]): Part[] {
  return parts.flatMap((part) => part || []);
}
