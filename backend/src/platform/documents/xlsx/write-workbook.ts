import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

type Cells = readonly (string | number)[];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Besides the sheet a workbook needs these. Style 1 is that of headings. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
};

/**
 * One sheet with its headings, written as its rows come. A text is written as a text, which no program takes for a
 * formula, so that it needs no apostrophe before it.
 */
export async function* workbookOf(
  headings: readonly string[],
  batches: AsyncIterable<readonly Cells[]>,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const sheet = Readable.from(sheetOf(headings, batches), { objectMode: false });
  const file = zip.outputStream as Readable;
  // Whatever stops the rows stops the file: half of a workbook must not look like a whole one.
  sheet.on('error', (error) => file.destroy(error));
  for (const [name, xml] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(HEAD + xml), name);
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  try {
    yield* file as AsyncIterable<Uint8Array>;
  } finally {
    sheet.destroy();
  }
}

async function* sheetOf(
  headings: readonly string[],
  batches: AsyncIterable<readonly Cells[]>,
): AsyncGenerator<string> {
  // The row of headings stays in sight.
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rowXml(headings, 1, ' s="1"')}`;
  let row = 1;
  for await (const rows of batches)
    if (rows.length > 0) yield rows.map((cells) => rowXml(cells, (row += 1), '')).join('');
  yield '</sheetData></worksheet>';
}

/** Rows and cells could go without their names; some programs do not read them then. */
function rowXml(cells: Cells, row: number, style: string): string {
  const xml = cells.map((cell, column) => cellXml(cell, ` r="${columnName(column)}${row}"${style}`));
  return `<row r="${row}">${xml.join('')}</row>`;
}

/** 0 is A, 27 is AB. */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** The longest text that a spreadsheet program takes. */
const MOST_CHARACTERS = 32_767;

function cellXml(cell: string | number, attributes: string): string {
  if (typeof cell === 'number') return `<c${attributes}><v>${cell}</v></c>`;
  if (cell === '') return '';
  return `<c${attributes} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell.slice(0, MOST_CHARACTERS))}</t></is></c>`;
}

function xmlText(text: string): string {
  return (
    text
      // What looks like an escape of ours is one of the text's own.
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // eslint-disable-next-line no-control-regex -- XML has no place for them
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => {
        const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        return `_x${code}_`;
      })
  );
}
