import { language } from '~/messages/language';

/** '2026-10-09' as people write it. A calendar date has no zone. */
export function day(value: string): string {
  return dayFormat().format(new Date(`${value}T00:00:00Z`));
}

export function month(value: string): string {
  return monthFormat().format(new Date(`${value.slice(0, 7)}-01T00:00:00Z`));
}

/** A moment, in the organization's zone and saying which. */
export function moment(value: string, timeZone: string): string {
  return momentFormat(timeZone).format(new Date(value));
}

export function momentDay(value: string, timeZone: string): string {
  return dayFormat(timeZone).format(new Date(value));
}

/** Cents are shown where there are any. */
export function money(cents: number): string {
  return moneyFormat(cents % 100 === 0 ? 0 : 2).format(cents / 100);
}

export function number(value: number): string {
  return value.toLocaleString(language());
}

const dayFormat = kept((timeZone: string = 'UTC') =>
  format({ year: 'numeric', month: 'short', day: 'numeric', timeZone }),
);
const monthFormat = kept(() => format({ year: 'numeric', month: 'long', timeZone: 'UTC' }));
const momentFormat = kept((timeZone: string) =>
  format({
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }),
);
const moneyFormat = kept(
  (digits: number) =>
    new Intl.NumberFormat(language(), {
      style: 'currency',
      currency: 'USD',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
);

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language(), options);
}

/** Formats are dear to make and asked for thousands of times in one document. */
function kept<A extends string | number, F>(make: (argument?: A) => F): (argument?: A) => F;
function kept<A extends string | number, F>(make: (argument: A) => F): (argument: A) => F;
function kept<A extends string | number, F>(make: (argument: A) => F): (argument: A) => F {
  const formats = new Map<string, F>();
  return (argument) => {
    const key = `${language()} ${argument}`;
    const known = formats.get(key) ?? make(argument);
    formats.set(key, known);
    return known;
  };
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
