import { setImmediate as nextTurn } from 'node:timers/promises';
import { openPdf } from '../../documents/pdf/pdf-file.js';
import { streamPages } from '../../documents/pdf/stream-pages.js';
import { layRow } from '../../documents/pdf/table.js';
import type { EventRow } from '../read/event-rows.js';
import type { ExportEvents } from '../read/export-events.js';
import type { DayWords } from './day-words.js';
import { drawTrail } from './draw-trail.js';
import { TrailPages } from './trail-pages.js';
import { TRAIL_COLUMNS, trailCells } from './trail-row.js';

/** Rows are laid out this many at a time; other requests have their turn between. */
const ROWS_A_TURN = 50;

/** The events on their pages, with the first and the last of them. */
export async function layTrail(
  batches: ReturnType<ExportEvents['rows']>,
  days: DayWords,
): Promise<{
  pages: TrailPages['pages'];
  first: EventRow | null;
  last: EventRow | null;
  count: number;
}> {
  const laid = new TrailPages();
  let [first, last, count]: [EventRow | null, EventRow | null, number] = [null, null, 0];
  for await (const { rows, labels } of batches) {
    for (const row of rows) {
      for (const part of layRow(TRAIL_COLUMNS, trailCells(row, labels, days.time(row.at))))
        laid.add(days.day(row.at), part);
      first ??= row;
      last = row;
      count += 1;
      if (count % ROWS_A_TURN === 0) await nextTurn();
    }
  }
  return { pages: laid.pages, first, last, count };
}

export function streamTrail(
  head: Parameters<typeof openPdf>[0],
  trail: Parameters<typeof drawTrail>[1],
): AsyncIterable<Buffer> {
  const pdf = openPdf(head);
  return streamPages(pdf, drawTrail(pdf, trail));
}
