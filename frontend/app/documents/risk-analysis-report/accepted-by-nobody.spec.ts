import { expect, it } from 'vitest';
import type { AssessmentReport, ReportRisk } from '../assessment-report';
import { acceptedByNobody } from './accepted-by-nobody';

type Acceptance = NonNullable<AssessmentReport['acceptances']>[number];
const risk = (number: number, more: Partial<ReportRisk> = {}) =>
  ({ number, treatment: 'accept', status: 'open', ...more }) as ReportRisk;
const acceptance = (riskNumber: number, standing: Acceptance['standing']) =>
  ({ riskNumber, standing }) as Acceptance;

it.each([
  ['nobody asked', [], 'unasked'],
  ['of another risk', [acceptance(2, 'in-force')], 'unasked'],
  ['asked and not decided', [acceptance(1, 'asked')], 'asked'],
  ['approved for another state, asked again', [acceptance(1, 'stale'), acceptance(1, 'asked')], 'asked'],
  ['approved for another state', [acceptance(1, 'stale')], 'stale'],
  ['approved until a day that has passed', [acceptance(1, 'ended')], 'ended'],
] as const)('an accepted risk is listed: %s', (_what, acceptances, lack) => {
  expect(acceptedByNobody([risk(1)], acceptances)).toEqual([{ risk: risk(1), lack }]);
});

it('lists none that an approval covers, that is closed, or that is not accepted', () => {
  const risks = [risk(1), risk(2, { status: 'closed' }), risk(3, { treatment: 'mitigate' })];
  expect(acceptedByNobody(risks, [acceptance(1, 'in-force'), acceptance(1, 'asked')])).toEqual([]);
});
