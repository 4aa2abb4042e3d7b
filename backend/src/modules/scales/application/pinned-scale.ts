import type { ReadTx, WriteTx } from '../../../platform/database/tenant-db.js';
import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';
import { valueAt, type OwnLevel, type OwnScale, type OwnStep } from '../domain/own-scale.js';
import { findScale, findScales, type ScaleRow } from '../persistence/scale.rows.js';

/** A version as analyses rate by it. */
export interface PinnedScale {
  /** The UUID of the version. */
  id: string;
  title: string;
  likelihood: readonly (OwnStep & { value: number })[];
  impact: readonly (OwnStep & { value: number })[];
  levels: readonly OwnLevel[];
  matrix: OwnScale['matrix'];
  own: { number: number; reason: string; adoptedBy: string; adoptedOn: CalendarDate };
}

/** Of the versions with these ids, those that were adopted once. */
export async function pinnedScales(tx: ReadTx, ids: readonly string[]): Promise<PinnedScale[]> {
  return (await findScales(tx, ids)).flatMap((row) => pinned(row) ?? []);
}

/** A version that new analyses may use, which stays in force until this transaction ends; null where it is not in force. */
export async function holdInForce(tx: WriteTx, id: string): Promise<PinnedScale | null> {
  const row = await findScale(tx, id, 'share');
  return row?.status === 'adopted' ? pinned(row) : null;
}

function pinned({ id, title, number, reason, content, adoptedBy, adoptedOn }: ScaleRow): PinnedScale | null {
  if (!adoptedBy || !adoptedOn) return null;
  const valued = (steps: readonly OwnStep[]) =>
    steps.map((step, place) => ({ ...step, value: valueAt(place, steps.length) }));
  return {
    id,
    title,
    likelihood: valued(content.likelihood),
    impact: valued(content.impact),
    levels: content.levels,
    matrix: content.matrix,
    own: { number, reason, adoptedBy: adoptedBy.name, adoptedOn },
  };
}
