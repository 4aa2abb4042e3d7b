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

/** The places that one citation names: "45 CFR 164.308(a)(8), 164.316(b)(1)" are two, both of title 45. */
export function citedPlaces(citation: string): { text: string; address: string | undefined }[] {
  const title = /^(\d+)\s*CFR/i.exec(citation.trim())?.[1];
  return citation.split(/[,;]\s+/).map((text) => {
    const whole = title && /^\d+\.\d/.test(text) ? `${title} CFR ${text}` : text;
    return { text, address: ecfrAddress(whole) };
  });
}
