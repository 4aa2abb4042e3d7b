import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  /** The text of all pages without any white space: lines and columns part words as they like. */
  text: string;
  pages: string[];
  /** Entries of the reader's outline, those under another one with what they stand under. */
  outline: OutlineEntry[];
  /** Where the names that a document gives to its parts lead. */
  places: Record<string, Place>;
  info: Record<string, unknown>;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await pageText(pdf, number));
  const outline = entriesOf((await pdf.getOutline()) ?? []);
  const places = await placesOf(pdf);
  const { info } = await pdf.getMetadata();
  await pdf.destroy();
  return { text: pages.join(''), pages, outline, places, info: info as Record<string, unknown> };
}

export interface OutlineEntry {
  title: string;
  under: string | null;
}

interface Listed {
  title: string;
  items: Listed[];
}

function entriesOf(items: readonly Listed[], under: string | null = null): OutlineEntry[] {
  return items.flatMap((item) => [{ title: item.title, under }, ...entriesOf(item.items, item.title)]);
}

type PageReference = Parameters<PDFDocumentProxy['getPageIndex']>[0];

export interface Place {
  /** Counted from 1. */
  page: number;
  /** In points from the lower end of the page. */
  height: number;
}

type Destination = [page: PageReference, kind: object, left: number, height: number];

async function placesOf(pdf: PDFDocumentProxy): Promise<Record<string, Place>> {
  const named = Object.entries(await pdf.getDestinations()) as [string, Destination][];
  const places = named.map(
    async ([name, [page, , , height]]) =>
      [name, { page: (await pdf.getPageIndex(page)) + 1, height }] as const,
  );
  return Object.fromEntries(await Promise.all(places));
}

async function pageText(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const content = await (await pdf.getPage(number)).getTextContent();
  return squeezed(content.items.map((item) => ('str' in item ? item.str : '')).join(''));
}

/** Letters that are put together from parts read as one. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '').normalize('NFC');
}
