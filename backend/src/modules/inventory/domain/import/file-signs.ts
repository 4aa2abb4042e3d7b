/** The first bytes of files that people take for lists, each with the sentence that helps. */
const SIGNS: readonly { bytes: readonly number[]; sentence: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    sentence:
      'This is an Excel workbook (.xlsx) or another ZIP file. Open it and save the sheet as CSV (“CSV UTF-8”), then choose that file.',
  },
  { bytes: [0x50, 0x4b, 0x05, 0x06], sentence: 'This is an empty ZIP file. Choose a CSV file.' },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    sentence:
      'This is an old Excel workbook (.xls). Open it and save the sheet as CSV, then choose that file.',
  },
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    sentence: 'This is a PDF. Choose a CSV file: every spreadsheet program can save one.',
  },
  { bytes: [0x1f, 0x8b], sentence: 'This file is compressed. Unpack it and choose the CSV file in it.' },
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    sentence: 'This is a text document (RTF). Choose a CSV file: every spreadsheet program can save one.',
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], sentence: 'This is a picture. Choose a CSV file.' },
  { bytes: [0xff, 0xd8, 0xff], sentence: 'This is a picture. Choose a CSV file.' },
];
const BINARY = 'This file is not text. Choose a CSV file: every spreadsheet program can save one.';

/** Why these bytes are no list of text; null when they may be one. */
export function refuseOtherFiles(bytes: Uint8Array): string | null {
  const known = SIGNS.find((sign) => sign.bytes.every((byte, index) => bytes[index] === byte));
  if (known) return known.sentence;
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.includes(0) ? BINARY : null;
}
