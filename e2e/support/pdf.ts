import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page without white space: lines and columns part words as they like. */
export async function readPages(bytes: Buffer): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(squeezed(items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  await task.destroy();
  return pages;
}

export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
