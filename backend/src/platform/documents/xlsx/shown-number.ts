/** How a number is shown; of dates and times only which of them. */
export type NumberLook =
  | { kind: 'plain' }
  | { kind: 'fixed'; decimals: number; percent: boolean }
  | { kind: 'padded'; digits: number }
  | { kind: 'date'; date: boolean; time: boolean; seconds: boolean };

export const PLAIN: NumberLook = { kind: 'plain' };

/** The formats that files name by number only. ECMA-376 part 1, 18.8.30 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};

export function lookOfBuiltIn(id: number): NumberLook {
  return lookOf(BUILT_IN[id] ?? 'General');
}

/** What a format code shows of a number above zero. */
export function lookOf(code: string): NumberLook {
  const shown = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .split(';')[0]!
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .trim();
  if (/^(general|@)?$/i.test(shown)) return PLAIN;
  if (/^0{2,}$/.test(shown)) return { kind: 'padded', digits: shown.length };
  const fixed = /^[^0-9#,?./ymdhse]*[#,?]*[0#](?:\.([0#?]+))?(%?)[^0-9#,?./ymdhse]*$/i.exec(shown);
  if (fixed) {
    const decimals = (fixed[1] ?? '').replace(/[^0]/g, '').length;
    return { kind: 'fixed', decimals, percent: fixed[2] === '%' };
  }
  const time = /[hs]/i.test(shown);
  const date = /[yd]/i.test(shown) || (/m/i.test(shown) && !time);
  return date || time ? { kind: 'date', date, time, seconds: /s/i.test(shown) } : PLAIN;
}

/** The number as a person sees it; dates in the one way that is read the same everywhere. */
export function shownNumber(value: number, look: NumberLook, from1904: boolean): string {
  if (look.kind === 'fixed') {
    const number = (look.percent ? value * 100 : value).toFixed(look.decimals);
    return look.percent ? `${number}%` : number;
  }
  if (look.kind === 'padded' && Number.isInteger(value) && value >= 0)
    return String(value).padStart(look.digits, '0');
  if (look.kind === 'date') return shownDate(value, look, from1904) ?? plainNumber(value);
  return plainNumber(value);
}

/** Spreadsheets keep fifteen digits; the rest is what binary numbers add. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

const DAY = 86_400_000;
const LAST_SERIAL = 2_958_466;

function shownDate(
  serial: number,
  { date, time, seconds }: NumberLook & { kind: 'date' },
  from1904: boolean,
): string | null {
  if (serial < 0 || serial >= LAST_SERIAL) return null;
  // The calendar of 1900 has a 29 February that never was.
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const at = new Date(start + Math.round((serial * DAY) / 1_000) * 1_000).toISOString();
  const clock = at.slice(11, seconds ? 19 : 16);
  if (!date) return clock;
  return time ? `${at.slice(0, 10)} ${clock}` : at.slice(0, 10);
}
