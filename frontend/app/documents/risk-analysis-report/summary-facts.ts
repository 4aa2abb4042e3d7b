import { t } from '~/messages';
import type { AssessmentReport } from '../assessment-report';
import { isLate } from '../parts/action-entry';
import { labelOf } from '../parts/level';
import { formatMoney } from '~/messages/formats';
import { number } from '../format';
import type { Stat } from '../parts/stat-row';

export function keyFigures(report: AssessmentReport): Stat[] {
  const questions = report.sections.flatMap((section) => section.questions);
  const openFindings = report.findings.filter(({ status }) => status === 'open').length;
  const worse = severeLevels(report);
  const severe = report.risks.filter(({ residual }) => residual && worse.includes(residual.level)).length;
  // What is done and waits for a check is not finished.
  const open = report.actions.filter(({ status }) => status !== 'validated' && status !== 'cancelled').length;
  const level = labelOf(report.assessment.scale.levels, worse[0] ?? '');
  return [
    {
      value: t('documents.answeredValue', {
        answered: questions.filter(({ answer }) => answer).length,
        total: questions.filter(({ notAsked }) => !notAsked?.answer).length,
      }),
      label: t('documents.answered'),
    },
    { value: number(openFindings), label: t('documents.openFindings', { count: openFindings }) },
    {
      value: number(report.risks.length),
      label: t('documents.risksCounted', { count: report.risks.length }),
    },
    { value: number(severe), label: t('documents.atLevelAfter', { count: severe, level }) },
    { value: number(open), label: t('documents.actionsOpen', { count: open }) },
    { value: formatMoney(report.planTotals.budgetCents), label: t('documents.budgetPlanned') },
  ];
}

/** The upper part of the scale: two of five levels, one of three. */
function severeLevels({ assessment: { scale } }: AssessmentReport): string[] {
  return scale.levels.slice(-Math.floor(scale.levels.length / 2)).map(({ id }) => id);
}

/** What a reader should not have to look for: everything that the analysis still owes. */
export function whatIsOpen(report: AssessmentReport, today: string): string[] {
  const questions = report.sections.flatMap((section) => section.questions);
  const living = report.risks.filter(({ status }) => status !== 'closed');
  const counted = [
    [
      'documents.openUnanswered',
      questions.filter(({ answer, notAsked }) => !answer && !notAsked?.answer).length,
    ],
    ['documents.openFound', report.findings.filter(({ status }) => status === 'open').length],
    [
      'documents.openSpecifications',
      (report.specifications ?? []).filter(({ decision }) => decision === null).length,
    ],
    ['documents.openProposals', report.undecidedProposals ?? 0],
    ['documents.openReviews', living.filter(({ carried }) => carried && carried.outcome === null).length],
    ['documents.openUnrated', living.filter(({ inherent, residual }) => !inherent || !residual).length],
    ['documents.openUndecided', living.filter(({ treatment }) => !treatment).length],
    ['documents.openUnplanned', unplanned(report)],
    ['documents.openUnowned', living.filter(({ ownerName }) => !ownerName).length],
    ['documents.openOverdue', report.actions.filter((action) => isLate(action, today)).length],
    ['documents.openTests', report.checklist.filter(({ met }) => met === null).length],
    ['documents.failedTests', report.checklist.filter(({ met }) => met === false).length],
  ] as const;
  return counted.filter(([, count]) => count > 0).map(([key, count]) => t(key, { count }));
}

/**
 * Risks that somebody decided to reduce, without an action that would do so. What is treated needs none. Reports that
 * were signed before they told which ones know the actions of their own analysis only.
 */
function unplanned({ risks, actions, risksWithoutAction }: AssessmentReport): number {
  if (risksWithoutAction) return risksWithoutAction.length;
  // What was signed before actions told all that they lower names the one that they are against.
  const planned = new Set(
    actions
      .filter(({ status }) => status !== 'cancelled')
      .flatMap(({ riskNumber, lowers }) => lowers?.map((lowered) => lowered.riskNumber) ?? [riskNumber]),
  );
  return risks.filter(
    ({ number: risk, status, treatment }) =>
      status === 'open' && treatment === 'mitigate' && !planned.has(risk),
  ).length;
}
