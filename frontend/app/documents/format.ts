import { dateFormat, numberFormat } from '~/messages/formats';

/** '2026-10-09' as people write it. A calendar date has no zone. */
export function day(value: string): string {
  return dayFormat().format(new Date(`${value}T00:00:00Z`));
}

export function month(value: string): string {
  return dateFormat({ year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${value.slice(0, 7)}-01T00:00:00Z`),
  );
}

/** A moment, in the organization's zone and saying which. */
export function moment(value: string, timeZone: string): string {
  return dateFormat({
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(value));
}

export function momentDay(value: string, timeZone: string): string {
  return dayFormat(timeZone).format(new Date(value));
}

export function number(value: number): string {
  return numberFormat().format(value);
}

function dayFormat(timeZone = 'UTC'): Intl.DateTimeFormat {
  return dateFormat({ year: 'numeric', month: 'short', day: 'numeric', timeZone });
}

/** The calendar day that a moment falls on in a zone, as 'YYYY-MM-DD'. */
export function dayIn(value: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(new Date(value));
}
