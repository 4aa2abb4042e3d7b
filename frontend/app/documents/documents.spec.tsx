// @vitest-environment node
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentReport } from './assessment-report';
import { renderDocument, type DocumentName } from './render-document';
import { printedValues } from './testing/printed-values';
import { readPdf, squeezed, type ReadPdf } from './testing/read-pdf';
import { sampleReport } from './testing/sample-report';

const LONG = 120_000;

const report = sampleReport();

async function bytesOf(name: DocumentName, content: AssessmentReport): Promise<Buffer> {
  return buffer(await renderDocument(name, content));
}

function missingIn(pdf: ReadPdf, values: ReturnType<typeof printedValues>): string[] {
  const shown = (form: string) => pdf.text.toLowerCase().includes(squeezed(form).toLowerCase());
  return values.filter(({ forms }) => !forms.some(shown)).map(({ path, forms }) => `${path}: ${forms[0]}`);
}

describe('The Risk Analysis Report', () => {
  let raw: Buffer;
  let pdf: ReadPdf;
  beforeAll(async () => {
    raw = await bytesOf('risk-analysis-report', report);
    pdf = await readPdf(raw);
  }, LONG);

  it('shows every field of the report that is not empty', () => {
    expect(missingIn(pdf, printedValues(report))).toEqual([]);
  });

  it('would be caught leaving a field out', () => {
    const planted = { ...report, assessment: { ...report.assessment, scope: 'A scope that no page shows' } };
    expect(missingIn(pdf, printedValues(planted))).toEqual(['assessment.scope: A scope that no page shows']);
  });

  it('embeds every font', () => {
    const text = raw.toString('latin1');
    const fonts = [...text.matchAll(/\/BaseFont \/([\w+-]+)/g)].map(([, name]) => name);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((name) => !/^[A-Z]{6}\+IBMPlex/.test(name ?? ''))).toEqual([]);
    expect(text.match(/\/FontFile2 /g)?.length).toBe(new Set(fonts).size);
  });

  it('carries the hash of what was signed on each page, and its place among the pages', () => {
    const foot = `SignedcontentSHA-256${report.signOff!.contentHash}`;
    expect(pdf.pages.filter((page) => !page.includes(foot))).toEqual([]);
    pdf.pages.forEach((page, index) => expect(page).toContain(`Page${index + 1}of${pdf.pages.length}`));
  });

  it('has a title, an author, a language and an outline', () => {
    expect(pdf.info).toMatchObject({
      Title: 'Risk Analysis Report: Security risk analysis 2026',
      Author: report.organization.name,
      Language: 'en',
    });
    expect(pdf.outline).toContainEqual({ title: 'Risk register', under: null });
  });

  it('has the headings of a section under it in the outline', () => {
    const under = (section: string) =>
      pdf.outline.filter((entry) => entry.under === section).map(({ title }) => title);
    expect(under('Findings')).toEqual([
      'S4  Protect the data',
      'S7  Emergencies, incidents, and checking your work',
      'Besides the questions',
    ]);
    expect(under('Every answer')).toEqual(report.sections.map(({ title }) => title));
  });

  it('names in its contents the page on which each section begins, and leads there', () => {
    const titles = pdf.outline.filter(({ under }) => under === null).map(({ title }) => title);
    const sections = titles.slice(titles.indexOf('Contents') + 1);
    const begins = sections.map(
      (title, index) =>
        pdf.pages.findIndex((page) => page.includes(squeezed(`Section ${index + 1}${title}`))) + 1,
    );
    expect(begins).not.toContain(0);
    sections.forEach((title, index) =>
      expect(pdf.pages[1]).toContain(squeezed(`${index + 1}${title}${begins[index]}`)),
    );
    const later = (a: number, b: number) => a - b;
    const leadsTo = Object.values(pdf.places).map(({ page }) => page);
    expect(leadsTo.sort(later)).toEqual(begins.sort(later));
  });

  it('lets sections go on below each other, and names in the head of a page all that stand there', () => {
    const pageOf = (id: string) => pdf.places[id]!.page;
    expect(pageOf('decisions')).toBe(pageOf('heat-maps'));
    expect(pdf.pages[pageOf('decisions') - 1]).toContain(squeezed('Heat maps · Decisions'));
    expect(pageOf('citations') - pageOf('sign-off')).toBeLessThanOrEqual(1);
  });

  it('says who took part, each with the role of then', () => {
    expect(pdf.text).toContain(squeezed('Dr. Daniel Ibarra Organization admin'));
    expect(pdf.text).toContain(squeezed('Theo Lindqvist Staff'));
  });
});

describe('What was signed before findings named their question and people their role', () => {
  it(
    'is printed whole, and says what it does not know',
    async () => {
      const { people: _people, ...rest } = report;
      const findings = report.findings.map(({ questionId: _question, ...finding }) => finding);
      const old: AssessmentReport = { ...rest, findings };
      const pdf = await readPdf(await bytesOf('risk-analysis-report', old));
      expect(missingIn(pdf, printedValues(old))).toEqual([]);
      expect(pdf.text).toContain(squeezed('the roles of people were not recorded in it'));
    },
    LONG,
  );
});

describe('A draft', () => {
  it(
    'says on each page that nobody signed it',
    async () => {
      const pdf = await readPdf(
        await bytesOf('risk-analysis-report', { ...report, draft: true, signOff: null }),
      );
      expect(pdf.pages.slice(1).filter((page) => !page.includes('DRAFT:notsigned'))).toEqual([]);
      expect(pdf.text).toContain('Draft,notsigned');
    },
    LONG,
  );

  it(
    'that was withdrawn says so instead',
    async () => {
      const withdrawn = { by: 'Maria Okafor', at: '2026-09-28T15:00:00.000Z', reason: 'Begun twice.' };
      const assessment = { ...report.assessment, status: 'withdrawn' as const, withdrawn };
      const pdf = await readPdf(
        await bytesOf('risk-analysis-report', { ...report, assessment, draft: true, signOff: null }),
      );
      expect(pdf.pages.slice(1).filter((page) => !page.includes('WITHDRAWN:notsigned'))).toEqual([]);
      expect(pdf.text).toContain('Withdrawn,neversigned');
      expect(pdf.pages[0]).toMatch(/WithdrawnbyMariaOkaforonSep28,2026.*:Beguntwice\./);
    },
    LONG,
  );
});

it(
  'a head of a section of questions stands on the page where its first question begins',
  async () => {
    const [section] = report.sections;
    const [question] = section!.questions;
    const sections = Array.from({ length: 36 }, (_, index) => ({
      ...section!,
      id: `Z${index}`,
      title: `Head ${index}.`,
      intro: '',
      questions: [
        {
          ...question!,
          id: `Z${index}-Q1`,
          text: `Begin ${index}. ${'How is it kept? '.repeat(40 + 2 * index)}`,
        },
      ],
    }));
    const pdf = await readPdf(await bytesOf('risk-analysis-report', { ...report, sections, risks: [] }));
    const pageOf = (text: string) => pdf.pages.findIndex((page) => page.includes(squeezed(text)));
    const pages = sections.map((_, index) => [pageOf(`Head ${index}.`), pageOf(`Begin ${index}.`)]);
    expect(pages.flat()).not.toContain(-1);
    expect(pages.filter(([head, first]) => head !== first)).toEqual([]);
  },
  LONG,
);

describe('The Remediation Plan', () => {
  it(
    'shows every field of every action',
    async () => {
      const pdf = await readPdf(await bytesOf('remediation-plan', report));
      const values = printedValues(report).filter(({ path }) => path.startsWith('actions.'));
      expect(missingIn(pdf, values)).toEqual([]);
      pdf.pages.forEach((page, index) => expect(page).toContain(`Page${index + 1}of${pdf.pages.length}`));
    },
    LONG,
  );
});

describe('Names', () => {
  it.each([
    ['European', 'Łukasz Żółć, Győző Őry, Ștefan Țuțea, Þórður Ægir, Çağla Işık, Šárka Ďuriš, Ĝorĝo Ŭ'],
    ['Greek', 'Κλεοπάτρα Ψαρού, ΐ Ϋ'],
    ['Cyrillic', 'Щербакова Ёлкина, Ґалаґан Їжакевич, Ђорђе Њ, Әбілқас Ғ, Ҷӯра'],
    ['Vietnamese', 'Nguyễn Thị Phượng, Đặng Hữu Ước, Trần Bảo Ngọc'],
    ['African and Polynesian', 'Adéṣọlá Ọ̀ṣun, Ẹ̀gbá, Ŋ, Kaʻiulani Māhoe'],
    ['transliterated', 'Ḥasan Ṭāriq, Kṛṣṇa Śāstrī, Lǐ Wěi'],
  ])(
    'stand as they are written: %s',
    async (_what, names) => {
      const assessment = { ...report.assessment, scope: names, preparedBy: names };
      const pdf = await readPdf(await bytesOf('remediation-plan', { ...report, assessment }));
      expect(pdf.text).toContain(squeezed(names));
    },
    LONG,
  );
});

describe('Hostile words', () => {
  it(
    'are set whole: long ones part, unknown letters are told by number, nothing falls back to a font that is not embedded',
    async () => {
      const name = `${'W'.repeat(300)} 中文 🙂 Łukasz Nguyễn Peña Győr Κλινική`;
      const hidden = 'Front\u202Edesk 👩\u200d⚕️ Κλινική 🏥';
      const risks = report.risks.map((risk) => ({
        ...risk,
        title: name,
        description: 'line\nline\n\nline '.repeat(400),
      }));
      const raw = await bytesOf('risk-analysis-report', {
        ...report,
        risks,
        organization: { ...report.organization, name: hidden },
        assessment: { ...report.assessment, title: hidden },
        signOff: { ...report.signOff!, statement: hidden },
      });
      const pdf = await readPdf(raw);
      expect(pdf.text).toContain('W'.repeat(300));
      expect(pdf.text).toContain(squeezed('[U+4E2D][U+6587] [U+1F642] Łukasz Nguyễn Peña Győr Κλινική'));
      const shown = squeezed('Front[U+202E]desk [U+1F469][U+200D][U+2695] Κλινική [U+1F3E5]');
      expect(
        pdf.pages[0]!.split(shown).length - 1,
        'the organization, at the foot too, and the analysis',
      ).toBe(3);
      expect(pdf.text).not.toContain('\uFFFD');
      expect(raw.toString('latin1')).not.toContain('/BaseFont /Helvetica');
    },
    LONG,
  );
});
