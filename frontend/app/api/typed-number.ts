/** `R-14`, `r14` or `14` of an address that a person typed, as the lists search for it; null: it is an id. */
export function typedNumber(typed: string, letter: 'R' | 'A' | 'I'): string | null {
  const [, number] = new RegExp(`^(?:${letter}-?)?(\\d{1,9})$`, 'i').exec(typed) ?? [];
  return number === undefined ? null : `${letter}-${number}`;
}
