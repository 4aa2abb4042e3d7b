const CITATION =
  /^(\d+)\s*(?:CFR|C\.F\.R\.)\s*(?:§+\s*)?(?:Part\s+)?(\d+)(?:\.(\d+))?((?:\([0-9A-Za-z]+\))*)/i;

/** Where the eCFR shows "45 CFR 164.308(a)(1)(ii)(A)"; undefined for what is no place in the CFR. */
export function ecfrAddress(citation: string): string | undefined {
  const match = CITATION.exec(citation.trim());
  if (!match) return undefined;
  const [, title, part, section, paragraphs] = match;
  const base = `https://www.ecfr.gov/current/title-${title}`;
  if (!section) return `${base}/part-${part}`;
  const anchor = paragraphs ? `#p-${part}.${section}${paragraphs}` : '';
  return `${base}/section-${part}.${section}${anchor}`;
}
