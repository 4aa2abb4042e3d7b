import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessmentReport } from './assessment-report.schema.js';

const sample: unknown = JSON.parse(
  readFileSync(new URL('../domain/assessment-report.sample.json', import.meta.url), 'utf8'),
);

describe('the sample of a signed report', () => {
  it('is what the schema says, field for field', () => {
    expect(assessmentReport.parse(sample)).toEqual(sample);
  });
});
