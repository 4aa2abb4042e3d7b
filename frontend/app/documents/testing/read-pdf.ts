import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  /** The text of all pages without any white space: lines and columns part words as they like. */
  text: string;
  pages: string[];
  outline: string[];
  info: Record<string, unknown>;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await pageText(pdf, number));
  const outline = ((await pdf.getOutline()) ?? []).map(({ title }) => title);
  const { info } = await pdf.getMetadata();
  await pdf.destroy();
  return { text: pages.join(''), pages, outline, info: info as Record<string, unknown> };
}

async function pageText(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const content = await (await pdf.getPage(number)).getTextContent();
  return squeezed(content.items.map((item) => ('str' in item ? item.str : '')).join(''));
}

export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
