// @vitest-environment node
import { buffer } from 'node:stream/consumers';
import { Document, renderToStream, View } from '@react-pdf/renderer';
import { beforeAll, describe, expect, it } from 'vitest';
import { frameOf } from '../document-frame';
import type { NumberedPart, SectionProps } from '../document-part';
import { DrawnTable } from '../drawn/drawn-table';
import { registerFonts } from '../fonts';
import { readPdf, squeezed, type ReadPdf } from '../testing/read-pdf';
import { sampleReport } from '../testing/sample-report';
import { DocumentSection } from './document-section';
import { Heading } from './headings';
import { Sheets } from './sheets';

const report = sampleReport();
/** Heights of what stands above, so that the end of the page falls everywhere within what follows. */
const HEIGHTS = Array.from({ length: 56 }, (_, index) => 380 + 4 * index);
const LONG = 120_000;

/** Two sections, of which the first is so high. */
function twoSections(height: number): NumberedPart[] {
  const First = ({ frame, id, number }: SectionProps) => (
    <DocumentSection frame={frame} id={id} number={number} title={`First ${height}.`}>
      <View style={{ height }} wrap={false} />
    </DocumentSection>
  );
  const Second = ({ frame, id, number }: SectionProps) => (
    <DocumentSection frame={frame} id={id} number={number} title={`Second ${height}.`}>
      <Heading>{`Heading ${height}.`}</Heading>
      <DrawnTable rows={[`Row ${height}.`]} columns={[{ header: 'Name', cell: (row) => row }]} />
    </DocumentSection>
  );
  return [
    { id: `first-${height}`, number: 1, title: `First ${height}.`, Section: First },
    { id: `second-${height}`, number: 2, title: `Second ${height}.`, Section: Second },
  ];
}

describe('Sections that share pages', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    await registerFonts();
    const documents = HEIGHTS.map((height) => {
      const parts = twoSections(height);
      return (
        <Sheets
          key={height}
          report={report}
          parts={parts}
          frame={frameOf(report, 'Test', parts, () => undefined)}
        />
      );
    });
    pdf = await readPdf(await buffer(await renderToStream(<Document>{documents}</Document>)));
  }, LONG);
  const pageOf = (text: string) => pdf.pages.findIndex((page) => page.includes(squeezed(text)));

  it('stand on one page as far as there is room', () => {
    const together = HEIGHTS.filter(
      (height) => pageOf(`Section 2 Second ${height}.`) === pageOf(`Section 1 First ${height}.`),
    );
    expect(together.length).toBeGreaterThan(3);
    expect(together.length).toBeLessThan(HEIGHTS.length);
  });

  it('never part a heading from what it heads', () => {
    const parted = HEIGHTS.filter((height) => {
      const pages = [`Section 2 Second ${height}.`, `Heading ${height}.`, `Row ${height}.`].map(pageOf);
      return new Set(pages).size > 1 || pages.includes(-1);
    });
    expect(parted).toEqual([]);
  });

  it('begin at the upper end of a page where they begin one', () => {
    const tops = HEIGHTS.map(
      (height) => [pdf.places[`first-${height}`]!, pdf.places[`second-${height}`]!] as const,
    )
      .filter(([first, second]) => first.page !== second.page)
      .map(([first, second]) => first.height - second.height);
    expect(tops.length).toBeGreaterThan(3);
    expect(tops.filter((lower) => Math.abs(lower) > 0.01)).toEqual([]);
  });

  it('are named in the head of each page that they stand on', () => {
    for (const height of HEIGHTS) {
      const page = pdf.pages[pageOf(`Section 2 Second ${height}.`)]!;
      const names = page.includes('Section1') ? `First ${height}. · Second ${height}.` : `Second ${height}.`;
      expect(page).toContain(squeezed(`${report.assessment.title}${names}Section`));
    }
  });
});
