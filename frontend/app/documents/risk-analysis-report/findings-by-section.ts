import type { AssessmentReport, ReportFinding, ReportQuestion } from '../assessment-report';

export interface FoundBySection {
  /** Of the questionnaire; null for what no question brought up. */
  sectionId: string | null;
  title: string | null;
  findings: LocatedFinding[];
}

export type LocatedFinding = Omit<ReportFinding, 'questionId'> & { questionId: string | null };

/**
 * Findings by the section of the questionnaire that they come from, in its order; last what data flows, scans and people
 * brought up. Sections without a finding are left out.
 */
export function findingsBySection(report: AssessmentReport): FoundBySection[] {
  const sectionOf = new Map(
    report.sections.flatMap(({ id, questions }) => questions.map((question) => [question.id, id] as const)),
  );
  const located = locate(report);
  const within = (id: string | null) =>
    located.filter(
      ({ questionId }) => (questionId === null ? null : (sectionOf.get(questionId) ?? null)) === id,
    );
  return [...report.sections, { id: null, title: null }]
    .map(({ id, title }) => ({ sectionId: id, title, findings: within(id) }))
    .filter(({ findings }) => findings.length > 0);
}

/** Reports signed before findings named their question: the answer has the same words, and each brings up one finding. */
function locate({ findings, sections }: AssessmentReport): LocatedFinding[] {
  const questions = sections.flatMap((section) => section.questions);
  const taken = new Set<string>();
  return findings.map((finding) => {
    if (finding.questionId !== undefined || finding.source !== 'answer')
      return { ...finding, questionId: finding.questionId ?? null };
    const question = questions.find(({ id, ...asked }) => !taken.has(id) && bringsUp(asked, finding));
    if (question) taken.add(question.id);
    return { ...finding, questionId: question?.id ?? null };
  });
}

function bringsUp(
  { citations, answer }: Pick<ReportQuestion, 'citations' | 'answer'>,
  finding: ReportFinding,
): boolean {
  if (answer?.standing !== finding.standing) return false;
  const { optionText, explanation } = answer;
  return (
    finding.detail === (explanation ? `${optionText}\n\n${explanation}` : optionText) &&
    finding.citations.join() === citations.join()
  );
}

/** How often each citation stands there, the most often named first. */
export function citationCounts(findings: readonly Pick<ReportFinding, 'citations'>[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const citation of findings.flatMap(({ citations }) => citations))
    counts.set(citation, (counts.get(citation) ?? 0) + 1);
  return [...counts].sort(
    ([a, many], [b, more]) => more - many || a.localeCompare(b, 'en', { numeric: true }),
  );
}
