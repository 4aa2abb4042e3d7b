/** SYS-007 of 7. */
export function codeOf(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(3, '0')}`;
}

/** The number in a code of this series, whatever its case; null for codes that people made up. */
export function codeNumber(prefix: string, code: string): number | null {
  const start = `${prefix}-`;
  if (!code.toUpperCase().startsWith(start)) return null;
  const digits = code.slice(start.length);
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** Hands out the next free codes, for each kind by its prefix. */
export class CodeSeries<Kind extends string> {
  private readonly highest = new Map<Kind, number>();
  private readonly taken = new Set<string>();

  constructor(private readonly prefixes: Readonly<Record<Kind, string>>) {}

  /** A code that is in use, or will be. */
  take(kinds: readonly Kind[], code: string): void {
    this.taken.add(code.toLowerCase());
    for (const kind of kinds) {
      const number = codeNumber(this.prefixes[kind], code);
      if (number !== null && number > (this.highest.get(kind) ?? 0)) this.highest.set(kind, number);
    }
  }

  next(kind: Kind): string {
    let number = this.highest.get(kind) ?? 0;
    let code: string;
    do code = codeOf(this.prefixes[kind], (number += 1));
    while (this.taken.has(code.toLowerCase()));
    this.take([kind], code);
    return code;
  }
}
