import type { AssessmentReport, ReportRisk } from '../assessment-report';

type Acceptance = NonNullable<AssessmentReport['acceptances']>[number];

/** What an accepted risk lacks: nobody asked, nobody decided, or what was approved no longer holds. */
type Lack = 'unasked' | 'asked' | 'stale' | 'ended';

/** The accepted risks that no approval covers today, each with what it lacks. What is closed needs none. */
export function acceptedByNobody(
  risks: readonly ReportRisk[],
  acceptances: readonly Acceptance[],
): { risk: ReportRisk; lack: Lack }[] {
  return risks
    .filter(({ treatment, status }) => treatment === 'accept' && status !== 'closed')
    .flatMap((risk) => {
      const standings = acceptances
        .filter(({ riskNumber }) => riskNumber === risk.number)
        .map(({ standing }) => standing);
      if (standings.includes('in-force')) return [];
      const lack = (['asked', 'stale', 'ended'] as const).find((standing) => standings.includes(standing));
      return [{ risk, lack: lack ?? 'unasked' }];
    });
}
