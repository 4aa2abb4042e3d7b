import { lookOf, lookOfBuiltIn, type NumberLook } from './shown-number.js';
import { damaged } from './unreadable-workbook.js';
import { WorkbookParts } from './workbook-parts.js';
import type { XmlHandlers } from './read-xml.js';

export interface SheetName {
  name: string;
  hidden: boolean;
}

/** A workbook as far as all its sheets need it. */
export interface Workbook {
  parts: WorkbookParts;
  sheets: (SheetName & { part: string })[];
  /** The texts that cells name by number. */
  texts: string[];
  /** How numbers are shown, by the number of the cell's style. */
  looks: NumberLook[];
  from1904: boolean;
}

const MOST_SHEETS = 250;
const MOST_TEXTS = 1_000_000;
const MOST_STYLES = 65_000;

export async function readWorkbook(bytes: Buffer): Promise<Workbook> {
  const parts = await WorkbookParts.open(bytes);
  const targets = await readTargets(parts);
  const { sheets, from1904 } = await readSheets(parts, targets);
  return { parts, sheets, from1904, texts: await readTexts(parts), looks: await readLooks(parts) };
}

async function readTargets(parts: WorkbookParts): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await parts.readSmall('xl/_rels/workbook.xml.rels', {
    open: (tag, { Id, Target, TargetMode }) => {
      if (tag === 'Relationship' && Id && Target && TargetMode !== 'External')
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

async function readSheets(parts: WorkbookParts, targets: Map<string, string>) {
  const sheets: Workbook['sheets'] = [];
  let from1904 = false;
  await parts.readSmall('xl/workbook.xml', {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = isTrue(attributes['date1904']);
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
      const part = targets.get(id ?? '');
      // Sheets that hold a chart only have no rows to read.
      if (!part || !/worksheets\//i.test(part) || !parts.has(part)) return;
      // Each part is one sheet's own: named twice it would be unpacked twice.
      if (sheets.length === MOST_SHEETS || sheets.some((sheet) => samePart(sheet.part, part)))
        throw damaged();
      const state = attributes['state'];
      sheets.push({
        name: (attributes['name'] ?? '').slice(0, 200),
        hidden: state === 'hidden' || state === 'veryHidden',
        part,
      });
    },
  });
  return { sheets, from1904 };
}

function samePart(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

async function readTexts(parts: WorkbookParts): Promise<string[]> {
  const texts: string[] = [];
  if (!parts.has('xl/sharedStrings.xml')) return texts;
  const one = textOf((text) => {
    if (texts.length === MOST_TEXTS) throw damaged();
    texts.push(text);
  }, 'si');
  await parts.read('xl/sharedStrings.xml', one);
  return texts;
}

/** The text of each such element: its runs one after the other, without how it is pronounced. */
export function textOf(found: (text: string) => void, element: string): Required<XmlHandlers> {
  let text = '';
  let inText = false;
  let pronounced = 0;
  return {
    open: (tag) => {
      if (tag === element) text = '';
      else if (tag === 'rPh') pronounced += 1;
      else if (tag === 't') inText = pronounced === 0;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (tag) => {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') pronounced -= 1;
      else if (tag === element) found(unescaped(text));
    },
  };
}

/** Characters that XML has no place for are written as _x000D_. ECMA-376 part 1, 22.9.2.19 */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

async function readLooks(parts: WorkbookParts): Promise<NumberLook[]> {
  const looks: NumberLook[] = [];
  if (!parts.has('xl/styles.xml')) return looks;
  const codes = new Map<number, NumberLook>();
  let inCells = false;
  await parts.readSmall('xl/styles.xml', {
    open: (tag, { numFmtId, formatCode }) => {
      if (tag === 'numFmt') codes.set(Number(numFmtId), lookOf((formatCode ?? '').slice(0, 500)));
      else if (tag === 'cellXfs') inCells = true;
      else if (tag === 'xf' && inCells) {
        if (looks.length === MOST_STYLES) throw damaged();
        const id = Number(numFmtId ?? 0);
        looks.push(codes.get(id) ?? lookOfBuiltIn(id));
      }
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return looks;
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
