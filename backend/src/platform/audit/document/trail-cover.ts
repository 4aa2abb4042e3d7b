import { line, rule, type Pdf } from '../../documents/pdf/pdf-file.js';
import { bodyWidth, color, page, style, type TextStyle } from '../../documents/pdf/pdf-look.js';
import type { StructElement } from '../../documents/pdf/table.js';
import { wrapText } from '../../documents/pdf/wrap-text.js';
import { auditTrailWords as words } from '../../messages/en-audit.js';

export interface CoverFacts {
  organization: string;
  volume: number;
  volumes: number;
  /** Label and value; a hash is set so that it can be compared letter by letter. */
  facts: { label: string; value: string; isHash?: boolean }[];
}

const LABEL_WIDTH = 110;
const NOTE_WIDTH = 520;

/** The first page: what this is, of whom, and what it can be checked against. */
export function drawCover(
  pdf: Pdf,
  root: StructElement,
  { organization, volume, volumes, facts }: CoverFacts,
): void {
  let y = page.top + 26;
  const text = (tag: string, content: string, set: TextStyle, width: number = bodyWidth): void => {
    const lines = wrapText({ text: content, style: set }, width);
    const top = y;
    element(pdf, root, tag, () =>
      lines.forEach((one, n) => line(pdf, one, set, page.left, top + n * set.leading)),
    );
    y += lines.length * set.leading;
  };
  text('H1', words.title, style.title);
  y += 4;
  text('P', organization, { ...style.lead, color: color.ink, size: 15, leading: 21 });
  text('P', words.volumeOf(volume, volumes), style.lead);
  y += 18;
  rule(pdf, color.accent, y, 1.2);
  y += 16;
  y = drawFacts(pdf, root, facts, y);
  y += 16;
  text('P', words.howToRead, style.body, NOTE_WIDTH);
  y += 6;
  text('P', words.howToCheck, style.body, NOTE_WIDTH);
}

function drawFacts(pdf: Pdf, root: StructElement, facts: CoverFacts['facts'], from: number): number {
  const table = pdf.struct('Table');
  root.add(table);
  let y = from;
  for (const { label, value, isHash } of facts) {
    const set: TextStyle = isHash ? style.hash : style.body;
    const lines = wrapText({ text: value, style: set }, bodyWidth - LABEL_WIDTH);
    const row = pdf.struct('TR');
    table.add(row);
    const top = y;
    element(pdf, row, 'TH', () => line(pdf, label, style.label, page.left, top + 1), { scope: 'Row' });
    element(pdf, row, 'TD', () =>
      lines.forEach((one, n) => line(pdf, one, set, page.left + LABEL_WIDTH, top + n * set.leading)),
    );
    row.end();
    y += lines.length * set.leading + 5;
  }
  table.end();
  return y;
}

export function element(
  pdf: Pdf,
  parent: StructElement,
  tag: string,
  draw: () => void,
  options: object = {},
): void {
  const made = pdf.struct(tag, options);
  parent.add(made);
  made.add(draw);
  made.end();
}
