import { actionNumber } from '~/features/remediation/words';
import { riskNumber } from '~/features/risks/words';
import { t } from '~/messages';
import type { Rating, ReportRisk, Scale } from '../assessment-report';
import { block, filled, label, labelled, small, strong, type Part } from '../drawn/blocks';
import { DrawnTable, type DrawnColumn } from '../drawn/drawn-table';
import { drawnLevel } from '../drawn/drawn-level';
import { day, momentDay } from '../format';
import { color, landscape, type } from '../look';
import { DocumentSection } from '../parts/document-section';
import { Heading, Nothing } from '../parts/headings';
import { labelOf } from '../parts/level';
import { word } from '../words';
import type { SectionProps } from '../document-part';

/** Every risk with all that is known of it, the highest first. */
export function RegisterSection({ report, frame, id, number, title }: SectionProps) {
  const { scale } = report.assessment;
  const withoutAction = new Set(report.risksWithoutAction);
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.registerLead')}>
      {report.risks.length === 0 ? (
        <Nothing>{t('documents.noRisks')}</Nothing>
      ) : (
        <DrawnTable
          rows={report.risks}
          columns={columns(scale, frame.timeZone, withoutAction)}
          width={landscape.width}
        />
      )}
      <Concerns risks={report.risks.filter(isOfMany)} />
    </DocumentSection>
  );
}

/** As many as stand beside a risk without making it long. */
const MOST_BESIDE = 6;
const isOfMany = ({ alsoConcerns = [] }: ReportRisk): boolean => alsoConcerns.length > MOST_BESIDE;

/** What stands for many things names each of them, over the whole width of the page. */
function Concerns({ risks }: { risks: ReportRisk[] }) {
  if (risks.length === 0) return null;
  return (
    <>
      <Heading>{t('documents.concernsOfRisks')}</Heading>
      <DrawnTable
        rows={risks}
        width={landscape.width}
        columns={[
          { header: '', width: 38, cell: (risk) => riskNumber(risk.number) },
          { header: t('documents.risk'), width: 142, cell: (risk) => risk.title },
          {
            header: t('documents.alsoConcerns'),
            share: 1,
            cell: ({ alsoConcerns = [] }) => alsoConcerns.join('; '),
          },
        ]}
      />
    </>
  );
}

function columns(
  scale: Scale,
  timeZone: string,
  withoutAction: ReadonlySet<number>,
): DrawnColumn<ReportRisk>[] {
  return [
    {
      header: '',
      width: 38,
      cell: (risk) => [strong(riskNumber(risk.number))],
    },
    {
      header: t('documents.risk'),
      width: 236,
      cell: (risk) => [...aboutRisk(risk), ...carriedOn(risk, timeZone), ...earlierActions(risk, timeZone)],
    },
    {
      header: t('documents.before'),
      width: 92,
      cell: ({ inherent, carried }) => [
        ...ratingOf(scale, inherent),
        ...ratingOfThen(carried?.earlier?.inherent),
      ],
    },
    { header: t('documents.safeguards'), width: 142, cell: safeguardsOf },
    {
      header: t('documents.after'),
      width: 92,
      cell: ({ residual, carried }) => [
        ...ratingOf(scale, residual),
        ...ratingOfThen(carried?.earlier?.residual),
      ],
    },
    {
      header: t('documents.decision'),
      width: 112,
      cell: (risk) => decisionOn(risk, timeZone, withoutAction.has(risk.number)),
    },
  ];
}

function aboutRisk(risk: ReportRisk): Part[] {
  return filled(
    strong(risk.title),
    risk.description && small(risk.description),
    risk.subject && labelled(t('documents.subject'), risk.subject),
    risk.alsoConcerns !== undefined && labelled(t('documents.alsoConcerns'), alsoConcerns(risk)),
    risk.threat && labelled(t('documents.threat'), risk.threat),
    risk.vulnerability && labelled(t('documents.weakPoint'), risk.vulnerability),
    risk.citations !== undefined &&
      risk.citations.length > 0 &&
      labelled(t('documents.requirements'), risk.citations.join(', ')),
  );
}

function alsoConcerns(risk: ReportRisk): string {
  const { alsoConcerns: names = [] } = risk;
  return isOfMany(risk) ? t('documents.manyNamedBelow', { count: names.length }) : names.join('; ');
}

/** Where a risk of an earlier analysis was first found, and why its rating holds or is another one now. */
function carriedOn({ carried, status }: ReportRisk, timeZone: string): Part[] {
  if (!carried) return [];
  const { identifiedIn, identifiedOn, from, outcome, reason, reviewedBy, reviewedAt } = carried;
  const found = t('documents.identifiedInOf', { title: identifiedIn, on: day(identifiedOn) });
  const reviewed =
    outcome &&
    t('documents.reviewOf', {
      outcome: word('reviewOutcome', outcome),
      person: reviewedBy ?? '',
      on: reviewedAt ? momentDay(reviewedAt, timeZone) : '',
      reason,
    });
  return filled(
    labelled(t('documents.identifiedIn'), found),
    from !== identifiedIn && labelled(t('documents.carriedFrom'), from),
    reviewed
      ? labelled(t('documents.review'), reviewed)
      : status !== 'closed' && labelled(t('documents.review'), t('documents.notReviewed')),
  );
}

/** What was done against it in an earlier analysis: whether the risk moved with it, its rating and the reason say. */
function earlierActions({ earlierActions: actions = [] }: ReportRisk, timeZone: string): Part[] {
  return actions.map(({ number, title, completedOn, validatedAt, analysisTitle }) => {
    const steps = [
      completedOn && t('documents.earlierDoneOn', { on: day(completedOn) }),
      validatedAt && t('documents.earlierCheckedOn', { on: momentDay(validatedAt, timeZone) }),
    ].filter(Boolean);
    const action = [`${actionNumber(number)} ${title}`, ...steps, analysisTitle].join(', ');
    return labelled(t('documents.earlierAction'), action);
  });
}

function ratingOf(scale: Scale, rating: Rating | null): Part[] {
  if (!rating) return [small(t('risks.unrated'), { ink: color.bad })];
  return [
    drawnLevel(scale, rating.level),
    label(`${t('documents.likelihood')} ${labelOf(scale.likelihood, rating.likelihood)}`, { gap: 2 }),
    label(`${t('documents.impact')} ${labelOf(scale.impact, rating.impact)}`),
  ];
}

/** How it stood in the analysis that it came from, in the words of then. */
function ratingOfThen(rating: Rating | null | undefined): Part[] {
  if (rating === undefined) return [];
  const { level, likelihood, impact } = rating ?? {
    level: t('documents.notRated'),
    likelihood: '',
    impact: '',
  };
  return filled(
    label(t('documents.levelOfThen', { level }), { gap: 5, ink: color.soft }),
    likelihood !== '' && label(t('documents.stepsOfThen', { likelihood, impact }), { ink: color.faint }),
  );
}

function safeguardsOf(risk: ReportRisk): Part[] {
  return filled(
    risk.safeguardTitles.map((safeguard) => small(`\u2022 ${safeguard}`)),
    risk.safeguards && small(risk.safeguards),
    risk.ratingReason && labelled(t('documents.ratingReason'), risk.ratingReason),
  );
}

function decisionOn(risk: ReportRisk, timeZone: string, isWithoutAction: boolean): Part[] {
  const decided = risk.treatment ? word('treatment', risk.treatment) : t('documents.notDecided');
  const { ratedBy, ratedAt } = risk;
  return filled(
    block(type.small, [
      { text: decided, face: 'strong' },
      { text: `, ${word('riskStatus', risk.status).toLowerCase()}` },
    ]),
    risk.treatmentReason && small(risk.treatmentReason),
    isWithoutAction && small(t('documents.noActionPlanned'), { ink: color.bad }),
    small(risk.ownerName ? t('documents.ownerIs', { owner: risk.ownerName }) : t('documents.noOwner')),
    ratedBy &&
      ratedAt &&
      small(t('documents.ratedBy', { person: ratedBy, date: momentDay(ratedAt, timeZone) }), {
        ink: color.faint,
      }),
  );
}
