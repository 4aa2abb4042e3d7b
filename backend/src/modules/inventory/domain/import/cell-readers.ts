import { hidesSomething, PRINTABLE } from '../../../../platform/kernel/plain-text.js';
import type { PhiType } from '../asset.js';
import { PHI_WORDS, type Choices } from './choices.js';
import { reasons } from './reasons.js';

/** What a cell says, or why it cannot be taken. */
export type CellValue<Value> = { value: Value } | { reason: string };

export interface TextLimit {
  most: number;
  /** Of several lines; the others are names, as in the form. */
  long?: boolean;
}

export function readText(text: string, { most, long = false }: TextLimit): CellValue<string> {
  if (text.length > most) return { reason: reasons.tooLong(text.length, most) };
  if (!PRINTABLE.test(text)) return { reason: reasons.unprintable() };
  return !long && hidesSomething(text) ? { reason: reasons.invisible() } : { value: text };
}

export function readChoice<Value>(text: string, words: Choices<Value>): CellValue<Value> {
  const value = words.read(text);
  return value === undefined ? { reason: reasons.notAChoice(words.named) } : { value };
}

/** Several words stand in one cell, parted by commas, semicolons, bars or lines; none of them is a word too. */
export function wordsOf(text: string): string[] {
  if (['none', 'no', 'n/a', 'na'].includes(text.toLowerCase())) return [];
  return text
    .split(/[,;|\n/]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

export function readPhiTypes(text: string): CellValue<PhiType[]> {
  const types = new Set<PhiType>();
  for (const word of wordsOf(text)) {
    const type = PHI_WORDS.read(word);
    if (type === undefined) return { reason: reasons.notAPhiType(word.slice(0, 60), PHI_WORDS.named) };
    types.add(type);
  }
  return { value: [...types] };
}
