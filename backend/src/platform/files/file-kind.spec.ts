import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fileKind } from './file-kind.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n', 'latin1');

/** A ZIP of one entry, as Office files begin. */
function zipOf(name: string, content: string): Buffer {
  const data = deflateRawSync(Buffer.from(content));
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), data]);
}
const office = (main: string): Buffer =>
  zipOf(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types><Override PartName="/x" ContentType="application/vnd.${main}.main+xml"/></Types>`,
  );

describe('the kind of a file', () => {
  it.each([
    ['a PNG', png, 'image/png'],
    ['a PDF', pdf, 'application/pdf'],
    [
      'a Word file',
      office('openxmlformats-officedocument.wordprocessingml.document'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'an Excel file',
      office('openxmlformats-officedocument.spreadsheetml.sheet'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['plain text', Buffer.from('Größe: 3 µm\n'), 'text/plain'],
  ])('of %s is told by its content, whatever its name', async (_, content, mediaType) => {
    expect((await fileKind(content, 'picture.exe')).mediaType).toBe(mediaType);
  });

  it('is CSV for text that is named so', async () => {
    expect((await fileKind(Buffer.from('a,b\n1,2\n'), 'assets.CSV')).mediaType).toBe('text/csv');
  });

  it.each([
    ['a program', Buffer.from('MZ\u0090\u0000\u0003'.padEnd(200, '\0'), 'latin1')],
    ['a ZIP', zipOf('notes.txt', 'hello')],
    ['a Word file with macros', office('ms-word.document.macroEnabled')],
    ['an Excel file with macros', office('ms-excel.sheet.macroEnabled')],
    [
      'an SVG picture',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    ['a GIF', Buffer.from('GIF89a'.padEnd(40, '\0'), 'latin1')],
    ['text in an encoding that is none', Buffer.from([0x61, 0xff, 0xfe, 0x62])],
    ['bytes that are no text', Buffer.from([0x61, 0x00, 0x01, 0x62])],
  ])('is refused for %s, also when it is named .pdf', async (_, content) => {
    await expect(fileKind(content, 'harmless.pdf')).rejects.toMatchObject({ code: 'file.kind' });
  });
});
