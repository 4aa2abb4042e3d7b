/** The first bytes of files that people take for lists, each with the sentence that helps. */
const SIGNS: readonly { bytes: readonly number[]; sentence: string }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    sentence:
      'This is an old Excel workbook (.xls), or one with a password. Save it as “Excel workbook (.xlsx)” without a password, or as CSV, then choose that file.',
  },
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    sentence: 'This is a PDF. Choose an Excel workbook (.xlsx) or a CSV file.',
  },
  { bytes: [0x1f, 0x8b], sentence: 'This file is compressed. Unpack it and choose the list in it.' },
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    sentence: 'This is a text document (RTF). Choose an Excel workbook (.xlsx) or a CSV file.',
  },
  {
    bytes: [0x89, 0x50, 0x4e, 0x47],
    sentence: 'This is a picture. Choose an Excel workbook (.xlsx) or a CSV file.',
  },
  {
    bytes: [0xff, 0xd8, 0xff],
    sentence: 'This is a picture. Choose an Excel workbook (.xlsx) or a CSV file.',
  },
];
const BINARY =
  'This file is no list. Choose an Excel workbook (.xlsx) or a CSV file: every spreadsheet program can save one.';

/** Workbooks are ZIP files; so is an empty one, and a torn one. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

/** Why these bytes are no list of text; null when they may be one. */
export function refuseOtherFiles(bytes: Uint8Array): string | null {
  const known = SIGNS.find((sign) => sign.bytes.every((byte, index) => bytes[index] === byte));
  if (known) return known.sentence;
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.includes(0) ? BINARY : null;
}
