import { artifact, line, rule, widthOf, type Pdf } from '../../documents/pdf/pdf-file.js';
import { color, page, style } from '../../documents/pdf/pdf-look.js';
import { drawHead, drawRow, type StructElement } from '../../documents/pdf/table.js';
import { auditTrailWords as words } from '../../messages/en-audit.js';
import { drawCover, element, type CoverFacts } from './trail-cover.js';
import type { Block } from './trail-pages.js';
import { TRAIL_COLUMNS } from './trail-row.js';

export interface TrailDocument {
  cover: CoverFacts;
  pages: Block[][];
  /** Set small at the foot of each page. */
  rootHash: string | null;
}

/** Draws page after page; yields after each. */
export function* drawTrail(pdf: Pdf, { cover, pages, rootHash }: TrailDocument): Generator<void> {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const count = pages.length + 1;
  const open = (number: number): void => {
    pdf.addPage();
    drawRunning(pdf, cover, number, count, rootHash);
  };
  open(1);
  pdf.outline.addItem(words.about);
  drawCover(pdf, root, cover);
  yield;
  let table: StructElement | null = null;
  for (const [n, blocks] of pages.entries()) {
    open(n + 2);
    let y: number = page.top;
    for (const block of blocks) {
      if (block.kind === 'day') {
        table?.end();
        table = beginDay(pdf, root, block.title, y);
      } else if (block.kind === 'head') {
        if (block.continues) drawContinued(pdf, block.continues);
        drawHead(pdf, block.continues ? null : table, TRAIL_COLUMNS, y);
      } else drawRow(pdf, table!, TRAIL_COLUMNS, block.row, y, block.isShaded);
      y += block.height;
    }
    yield;
  }
  table?.end();
  root.end();
}

function beginDay(pdf: Pdf, root: StructElement, title: string, y: number): StructElement {
  pdf.outline.addItem(title);
  element(pdf, root, 'H2', () => line(pdf, title, style.heading, page.left, y + 6));
  const table = pdf.struct('Table');
  root.add(table);
  return table;
}

/** Above a table that began on a page before: which day it is of. */
function drawContinued(pdf: Pdf, day: string): void {
  const text = words.continued(day);
  artifact(pdf, 'Pagination', () =>
    line(pdf, text, style.running, (page.width - widthOf(text, style.running)) / 2, 26),
  );
}

function drawRunning(
  pdf: Pdf,
  { organization, volume, volumes }: CoverFacts,
  number: number,
  count: number,
  rootHash: string | null,
): void {
  const right = (text: string, y: number): void =>
    line(pdf, text, style.running, page.width - page.right - widthOf(text, style.running), y);
  artifact(pdf, 'Pagination', () => {
    line(pdf, organization, style.running, page.left, 26);
    right(`${words.title} · ${words.volumeOf(volume, volumes)}`, 26);
    const foot = page.height - 30;
    if (rootHash) {
      line(pdf, words.root, style.running, page.left, foot);
      line(pdf, rootHash, style.code, page.left + 22, foot + 1.2);
    }
    right(words.pageOf(number, count), foot);
  });
  rule(pdf, color.line, 40);
}
