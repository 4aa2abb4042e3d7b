import type { AssessmentReport } from '../assessment-report';

export interface CitationUse {
  citation: string;
  /** What the rule calls it, where the report says so. */
  title: string | null;
  /** Sections of the report that name it, and how often. */
  uses: { sectionId: string; count: number }[];
}

/** Each citation that the report names, in the order of the rule, with the sections that do. */
export function citationsOf(report: AssessmentReport): CitationUse[] {
  const titles = new Map((report.specifications ?? []).map(({ citation, title }) => [citation, title]));
  const uses = new Map<string, Map<string, number>>();
  for (const [sectionId, citations] of namedIn(report)) {
    for (const citation of citations) {
      const sections = uses.get(citation) ?? new Map<string, number>();
      uses.set(citation, sections.set(sectionId, (sections.get(sectionId) ?? 0) + 1));
    }
  }
  return [...uses]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([citation, sections]) => ({
      citation,
      title: titles.get(citation) ?? null,
      uses: [...sections].map(([sectionId, count]) => ({ sectionId, count })),
    }));
}

function namedIn(report: AssessmentReport): [sectionId: string, citations: string[]][] {
  return [
    ['scope', report.methodology.flatMap(({ citations }) => citations)],
    ['findings', report.findings.flatMap(({ citations }) => citations)],
    ['register', report.risks.flatMap(({ citations = [] }) => citations)],
    ['specifications', (report.specifications ?? []).map(({ citation }) => citation)],
    ['tests', report.checklist.flatMap(({ citations }) => citations)],
    ['answers', report.sections.flatMap(({ questions }) => questions.flatMap(({ citations }) => citations))],
  ];
}
