// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { AssessmentReport, ReportFinding } from '../assessment-report';
import { sampleReport } from '../testing/sample-report';
import { citationCounts, findingsBySection } from './findings-by-section';

const report = sampleReport();

const titles = (content: AssessmentReport) =>
  findingsBySection(content).map(({ sectionId, findings }) => [
    sectionId,
    findings.map(({ title }) => title),
  ]);

describe('Findings by section', () => {
  it('stand in the order of the questionnaire; what no question brought up stands last', () => {
    const turned = { ...report, findings: [...report.findings].reverse() };
    for (const content of [report, turned]) {
      expect(findingsBySection(content).map(({ sectionId }) => sectionId)).toEqual(['S4', 'S7', null]);
    }
    expect(titles(report).at(-1)).toEqual([
      null,
      ['Scans into the chart: ePHI travels without encryption', 'Visitor badges at Riverside'],
    ]);
  });

  it('lose none, also where the questionnaire does not know the question', () => {
    const findings = report.findings.map((finding) => ({ ...finding, questionId: 'S9-Q9' }));
    expect(titles({ ...report, findings })).toEqual([[null, report.findings.map(({ title }) => title)]]);
  });
});

describe('Findings that were signed before they named their question', () => {
  const [section] = report.sections;
  const [first, second] = section!.questions;
  const unknown = { standing: 'unknown', optionText: 'We don’t know', explanation: 'Find out.' } as const;
  const answered = (question: typeof first) => ({
    ...question!,
    citations: ['45 CFR 164.308(a)(1)(ii)(A)'],
    answer: { ...question!.answer!, ...unknown },
  });
  const old: ReportFinding = {
    ...report.findings[0]!,
    detail: 'We don’t know\n\nFind out.',
    standing: 'unknown',
    citations: ['45 CFR 164.308(a)(1)(ii)(A)'],
  };
  delete old.questionId;
  const content: AssessmentReport = {
    ...report,
    sections: [{ ...section!, questions: [answered(first), answered(second)] }],
    findings: [old, { ...old, title: 'The other one' }, { ...old, title: 'Of another answer', detail: 'No' }],
  };

  it('are found by the words of their answer, each question once', () => {
    expect(
      findingsBySection(content).map(({ sectionId, findings }) => [
        sectionId,
        findings.map(({ questionId }) => questionId),
      ]),
    ).toEqual([
      ['S1', ['S1-Q1', 'S1-Q2']],
      [null, [null]],
    ]);
  });

  it('and what a person noted is never taken for an answer', () => {
    const findings = content.findings.map((finding) => ({ ...finding, source: 'manual' as const }));
    expect(findingsBySection({ ...content, findings }).map(({ sectionId }) => sectionId)).toEqual([null]);
  });
});

it('counts citations, the most often named first', () => {
  expect(
    citationCounts([
      { citations: ['164.310(b)', '164.308(a)(10)'] },
      { citations: ['164.308(a)(2)'] },
      { citations: ['164.310(b)'] },
    ]),
  ).toEqual([
    ['164.310(b)', 2],
    ['164.308(a)(2)', 1],
    ['164.308(a)(10)', 1],
  ]);
});
