import { daysBetween } from '~/ui/text/date-text';

const EDGE_DAYS = 7;
const MOST_TICKS = 8;
const MONTHS_A_YEAR = 12;

export interface TimelineScale {
  from: string;
  to: string;
  /** First days of months, not more than fit side by side. */
  ticks: string[];
  /** Where a day stands, in percent from the left. */
  at: (day: string) => number;
}

/** A line in time that holds all of these days, with a week to spare at each end. */
export function timelineScale(days: readonly string[]): TimelineScale {
  const inOrder = [...days].sort();
  const from = moved(inOrder[0]!, -EDGE_DAYS);
  const to = moved(inOrder.at(-1)!, EDGE_DAYS);
  const length = daysBetween(from, to);
  const share = (day: string) => Math.round((daysBetween(from, day) / length) * 10_000) / 100;
  return { from, to, ticks: ticksOf(from, to), at: share };
}

function ticksOf(from: string, to: string): string[] {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const firsts: string[] = [];
  for (let next = month; ; next += 1) {
    const day = new Date(Date.UTC(year, next)).toISOString().slice(0, 10);
    if (day > to) break;
    firsts.push(day);
  }
  // Steps that a year divides into, so that a January stays a January.
  const step = [1, 2, 3, 6].find((months) => firsts.length / months <= MOST_TICKS) ?? MONTHS_A_YEAR;
  const every = Math.max(
    step,
    Math.ceil(firsts.length / MOST_TICKS / MONTHS_A_YEAR) * (step === MONTHS_A_YEAR ? step : 1),
  );
  return firsts.filter((_, index) => index % every === 0);
}

function moved(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
