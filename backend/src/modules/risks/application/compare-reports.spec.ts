import { describe, expect, it } from 'vitest';
import sample from '../domain/assessment-report.sample.json' with { type: 'json' };
import { assessmentReport } from '../report/assessment-report.schema.js';
import { wholeComparison, type ComparableReport } from './comparable-report.js';
import { compareReports } from './compare-reports.js';

const before: ComparableReport = assessmentReport.parse(sample);
const rated = before.risks.filter(({ residual, status }) => residual !== null && status !== 'closed');

/** The same ratings under an own scale that has the same ids and another meaning. */
const onAnotherScale: ComparableReport = {
  ...before,
  assessment: {
    ...before.assessment,
    scale: {
      ...before.assessment.scale,
      matrix: Object.fromEntries(
        Object.entries(before.assessment.scale.matrix).map(([row, levels]) => [
          row,
          Object.fromEntries(
            Object.keys(levels).map((column) => [column, before.assessment.scale.levels[0]!.id]),
          ),
        ]),
      ),
    },
  },
};

describe('risks of two years', () => {
  it('are the same where the scale gives the same level', () => {
    expect(rated.length).toBeGreaterThan(0);
    const { risks } = compareReports(wholeComparison(before, before));
    expect(risks).toMatchObject({ sameScale: true, changed: { count: 0 } });
  });

  it('have no level in common where the scales differ, also by the same name', () => {
    const { risks } = compareReports(wholeComparison(before, onAnotherScale));
    expect(risks).toMatchObject({ sameScale: false, changed: { count: rated.length } });
  });
});
