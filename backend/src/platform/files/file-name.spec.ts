import { describe, expect, it } from 'vitest';
import { attachment, fileName } from './file-name.js';

const pdf = { mediaType: 'application/pdf', endings: ['pdf'] };
const jpeg = { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] };

describe('the name of a stored file', () => {
  it.each([
    ['Policy 2027.pdf', 'Policy 2027.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\ana\\scan.PDF', 'scan.pdf'],
    ['invoice.pdf.exe', 'invoice.pdf.exe.pdf'],
    // An override of the writing direction would show it as harmless-exe.pdf.
    ['harmless-\u202efdp.exe', 'harmless-fdp.exe.pdf'],
    ['nul\u0000byte.pdf', 'nulbyte.pdf'],
    ['line\nbreak: "quoted".pdf', 'linebreak_ _quoted_.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['Überweisung 患者.pdf', 'Überweisung 患者.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(fileName(given, pdf)).toBe(kept);
  });

  it('keeps each of the endings that a kind may have, and cuts what is too long', () => {
    expect(fileName('photo.jpeg', jpeg)).toBe('photo.jpeg');
    expect(fileName(`${'a'.repeat(500)}.jpg`, jpeg)).toBe(`${'a'.repeat(150)}.jpg`);
  });
});

describe('the header of a download', () => {
  it('has the full name for programs that can read it, and a plain one for the others', () => {
    expect(attachment('Überweisung "1" (neu)\'s.pdf')).toBe(
      `attachment; filename="_berweisung _1_ (neu)'s.pdf"; filename*=UTF-8''%C3%9Cberweisung%20%221%22%20%28neu%29%27s.pdf`,
    );
  });

  it('cannot be broken out of', () => {
    expect(attachment('a"; filename="b.html\r\nX-Evil: 1.pdf')).not.toMatch(/[\r\n]|filename="b/);
  });
});
