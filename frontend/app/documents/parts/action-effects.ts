import { riskNumber } from '~/features/risks/words';
import { t } from '~/messages';
import type { ReportAction, Scale } from '../assessment-report';
import { label, note, small, type Part } from '../drawn/blocks';
import { day, moment } from '../format';
import { word } from '../words';
import { labelOf } from './level';

type Rating = { likelihood: string; impact: string; level: string };

/** The risks that an action lowers: what is expected of each, and what became of it. */
export function lowered({ lowers = [] }: ReportAction, scale: Scale, timeZone: string): Part[] {
  if (lowers.length === 0) return [];
  return [
    label(t('documents.lowers'), { gap: 5 }),
    ...lowers.flatMap(({ riskNumber: number, riskTitle, expected, outcomes }) => [
      small(
        [
          `${riskNumber(number)} ${riskTitle}`,
          expected
            ? t('documents.expectedAfter', { rating: rated(expected, scale) })
            : t('documents.expectedOpen'),
        ].join(': '),
      ),
      ...outcomes.map((made) => note(outcomeLine(made, scale, timeZone))),
    ]),
  ];
}

type Outcome = NonNullable<ReportAction['lowers']>[number]['outcomes'][number];

function outcomeLine({ outcome, from, to, by, at, reason }: Outcome, scale: Scale, timeZone: string): string {
  const between = {
    from: from ? rated(from, scale) : t('documents.notRated'),
    to: rated(to, scale),
  };
  const what = t('documents.effectBetween', { outcome: word('effectOutcome', outcome), ...between });
  return [what, t('documents.byOn', { person: by, date: moment(at, timeZone) }), reason]
    .filter(Boolean)
    .join('; ');
}

function rated({ likelihood, impact, level }: Rating, scale: Scale): string {
  return t('documents.ratedAs', {
    level: labelOf(scale.levels, level),
    likelihood: labelOf(scale.likelihood, likelihood),
    impact: labelOf(scale.impact, impact),
  });
}

/** What the fix taught, with its person and its dates. */
export function taught({ lessons = [] }: ReportAction): Part[] {
  if (lessons.length === 0) return [];
  return [
    label(t('documents.lessons'), { gap: 5 }),
    ...lessons.map(({ kind, title, ownerName, dueOn, doneOn }) =>
      small(
        [
          word('lessonKind', kind),
          title,
          ownerName,
          t('documents.dueOn', { date: day(dueOn) }),
          doneOn ? t('documents.doneOn', { date: day(doneOn) }) : t('documents.open'),
        ].join('; '),
      ),
    ),
  ];
}
