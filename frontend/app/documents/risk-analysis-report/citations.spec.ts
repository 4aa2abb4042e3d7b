// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../testing/sample-report';
import { citationsOf } from './citations';

const report = sampleReport();

/** Every text of a report that is a citation and nothing else. */
function citationsAnywhere(value: unknown): string[] {
  if (typeof value === 'string') return /^45 CFR [\d.()a-zA-Z]+$/.test(value) ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(citationsAnywhere) : [];
}

describe('The citations of a report', () => {
  it('are all that it names, each once', () => {
    const listed = citationsOf(report).map(({ citation }) => citation);
    expect(new Set(listed).size).toBe(listed.length);
    expect(citationsAnywhere(report).filter((citation) => !listed.includes(citation))).toEqual([]);
  });

  it('say in which sections they stand and how often, and what the rule calls them', () => {
    const analysis = citationsOf(report).find(({ citation }) => citation === '45 CFR 164.308(a)(1)(ii)(A)');
    expect(analysis?.uses).toEqual(expect.arrayContaining([{ sectionId: 'scope', count: 9 }]));
    const [specification] = report.specifications!;
    expect(citationsOf(report).find(({ citation }) => citation === specification!.citation)).toMatchObject({
      title: specification!.title,
      uses: expect.arrayContaining([{ sectionId: 'specifications', count: 1 }]) as unknown,
    });
  });

  it('of what was signed before risks and decisions told theirs are those of the rest', () => {
    const { specifications: _specifications, ...old } = report;
    const risks = report.risks.map(({ citations: _citations, ...risk }) => risk);
    const uses = citationsOf({ ...old, risks }).flatMap((citation) => citation.uses);
    expect(new Set(uses.map(({ sectionId }) => sectionId))).toEqual(
      new Set(['scope', 'findings', 'tests', 'answers']),
    );
  });
});
