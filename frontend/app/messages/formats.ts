import { language } from './language';

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** A format in the reader's language. Formats are dear to make and asked for hundreds of times on one page. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, options, () => new Intl.DateTimeFormat(language(), options));
}

export function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(numbers, options, () => new Intl.NumberFormat(language(), options));
}

/** An amount in US dollars; cents are shown where there are any. */
export function formatMoney(cents: number): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return numberFormat({
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cents / 100);
}

function kept<Format>(formats: Map<string, Format>, options: object, make: () => Format): Format {
  const key = language() + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = make();
  formats.set(key, made);
  return made;
}
