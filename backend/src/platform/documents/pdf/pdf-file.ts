import PDFDocument from 'pdfkit';
import { bodyWidth, FONT_FILES, page, type FontName, type TextStyle } from './pdf-look.js';
import { PlainFont } from './plain-font.js';

export type Pdf = PDFKit.PDFDocument;

export interface PdfFacts {
  title: string;
  subject: string;
  author: string;
  createdAt: Date;
  language: string;
}

/** A tagged PDF (PDF/UA) with all fonts embedded; its pages are added by whoever draws. */
export function openPdf(facts: PdfFacts): Pdf {
  const pdf = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    // Without one of ours the document would name Helvetica, which is not embedded.
    font: fontOf('sans').source() as never,
    // Each id is set once: to remember how would only fill the memory.
    fontLayoutCache: false,
    pdfVersion: '1.7',
    tagged: true,
    // The types of pdfkit do not know this one yet.
    subset: 'PDF/UA' as never,
    lang: facts.language,
    displayTitle: true,
    info: {
      Title: facts.title,
      Subject: facts.subject,
      Author: facts.author,
      Creator: 'Part164',
      CreationDate: facts.createdAt,
    },
  });
  for (const name of Object.keys(FONT_FILES) as FontName[])
    pdf.registerFont(fontOf(name).name, fontOf(name).source() as never);
  return pdf;
}

/** Fonts are read once; every document embeds the glyphs that it uses. */
const fonts = new Map<FontName, PlainFont>();
function fontOf(name: FontName): PlainFont {
  let font = fonts.get(name);
  if (!font) fonts.set(name, (font = PlainFont.open(FONT_FILES[name])));
  return font;
}

export function widthOf(text: string, style: TextStyle): number {
  return fontOf(style.font).width(text) * style.size;
}

/** Sets one line of text, without breaking it. */
export function line(pdf: Pdf, text: string, style: TextStyle, x: number, y: number): void {
  pdf.font(fontOf(style.font).name).fontSize(style.size).fillColor(style.color);
  pdf.text(text, x, y, { lineBreak: false });
}

/** What is there for the eye only: rules, shades, repeated heads, page numbers. Readers aloud pass over it. */
export function artifact(pdf: Pdf, type: 'Layout' | 'Pagination', draw: () => void): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}

export function shade(pdf: Pdf, fill: string, y: number, height: number): void {
  artifact(pdf, 'Layout', () => pdf.rect(page.left, y, bodyWidth, height).fill(fill));
}

export function rule(pdf: Pdf, stroke: string, y: number, width = 0.5): void {
  artifact(pdf, 'Layout', () =>
    pdf
      .moveTo(page.left, y)
      .lineTo(page.width - page.right, y)
      .lineWidth(width)
      .stroke(stroke),
  );
}
