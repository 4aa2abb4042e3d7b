/** The first bytes of files that people take for lists, each with the sentence that helps. */
const SIGNS: readonly { bytes: readonly number[]; sentence: (wanted: string) => string }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    sentence: (wanted) =>
      `This is an old Excel workbook (.xls), or one with a password. Save it without a password as ${wanted}, then choose that file.`,
  },
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    sentence: (wanted) => `This is a PDF. Choose ${wanted}.`,
  },
  { bytes: [0x1f, 0x8b], sentence: () => 'This file is compressed. Unpack it and choose the file in it.' },
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    sentence: (wanted) => `This is a text document (RTF). Choose ${wanted}.`,
  },
  {
    bytes: [0x89, 0x50, 0x4e, 0x47],
    sentence: (wanted) => `This is a picture. Choose ${wanted}.`,
  },
  {
    bytes: [0xff, 0xd8, 0xff],
    sentence: (wanted) => `This is a picture. Choose ${wanted}.`,
  },
];
const binary = (wanted: string) => `This file is no list. Choose ${wanted}.`;

/** Workbooks are ZIP files; so is an empty one, and a torn one. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

/** Why these bytes are no list of text, and what is `wanted`; null when they may be one. */
export function refuseOtherFiles(bytes: Uint8Array, wanted: string): string | null {
  const known = SIGNS.find((sign) => sign.bytes.every((byte, index) => bytes[index] === byte));
  if (known) return known.sentence(wanted);
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.includes(0) ? binary(wanted) : null;
}
