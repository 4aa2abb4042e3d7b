import type { ImportMapping, ImportSubject, ReadCell } from './import-subject.js';

/** What people write into a cell to say that nothing is to be said. */
const NOTHING = new Set(['', '-', '–', '—']);

export function saysNothing(text: string): boolean {
  return NOTHING.has(text);
}

/** By field the value for the whole list, read as a cell is. */
export type ChosenValues<Facts> = ReadonlyMap<string, { text: string; read: ReadCell<Facts> }>;

export function readChosen<Facts extends object, World>(
  { readCell }: ImportSubject<Facts, World>,
  { fixed }: ImportMapping,
  world: World,
): ChosenValues<Facts> {
  const chosen = new Map<string, { text: string; read: ReadCell<Facts> }>();
  for (const [field, text] of Object.entries(fixed)) {
    if (text !== undefined) chosen.set(field, { text, read: readCell(field, text, world) });
  }
  return chosen;
}

/** Those that cannot be taken, and why. */
export function refusedChoices(chosen: ChosenValues<object>): { field: string; reason: string }[] {
  return [...chosen].flatMap(([field, { read }]) =>
    'reason' in read ? [{ field, reason: read.reason }] : [],
  );
}
