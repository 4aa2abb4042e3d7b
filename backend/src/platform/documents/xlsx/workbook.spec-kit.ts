import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Sheet {
  name?: string;
  state?: string;
  /** What stands between <sheetData> and its end: XML of rows, or texts that become rows. */
  rows: string | readonly (readonly string[])[];
  /** What stands behind it. */
  after?: string;
}

interface WorkbookPlan {
  sheets: readonly Sheet[];
  texts?: readonly string[];
  formats?: readonly string[];
  from1904?: boolean;
  /** Parts beside the usual ones, or in their place. */
  parts?: Readonly<Record<string, string | Buffer>>;
}

/** A workbook as programs write it. */
export function aWorkbook({
  sheets,
  texts,
  formats = [],
  from1904,
  parts = {},
}: WorkbookPlan): Promise<Buffer> {
  const named = sheets
    .map(
      ({ name, state }, index) =>
        `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}" ${state ? `state="${state}"` : ''} r:id="rId${index + 1}"/>`,
    )
    .join('');
  const relations = sheets
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join('');
  const all: Record<string, string | Buffer> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr ${from1904 ? 'date1904="1"' : ''}/><sheets>${named}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations}</Relationships>`,
    ...(texts
      ? {
          'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
        }
      : {}),
    ...(formats.length > 0
      ? {
          'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs></styleSheet>`,
        }
      : {}),
  };
  sheets.forEach(({ rows, after = '' }, index) => {
    all[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${typeof rows === 'string' ? rows : rowsOf(rows)}</sheetData>${after}</worksheet>`;
  });
  return zipOf({ ...all, ...parts });
}

export function rowsOf(rows: readonly (readonly string[])[]): string {
  return rows
    .map(
      (cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
    )
    .join('');
}

export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  return buffer(zip.outputStream as Readable);
}

/** The same file with a part that says it is smaller than it is. */
export function belittled(file: Buffer, part: string, size: number): Buffer {
  const lying = Buffer.from(file);
  for (
    let at = lying.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = lying.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    if (lying.subarray(at + 46, at + 46 + part.length).toString('latin1') === part)
      lying.writeUInt32LE(size, at + 24);
  }
  return lying;
}
