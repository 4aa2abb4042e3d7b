import { t } from '~/messages';
import { Facts, Section } from '~/ui/text/section';
import { treatmentWord, type Risk } from './words';

/** The judgement of a risk for those who read it. */
export function RiskReading({ risk }: { risk: Risk }) {
  const { scale } = risk;
  const label = (of: { id: string; label: string }[], id: string) =>
    of.find((step) => step.id === id)?.label ?? id;
  const rated = (rating: Risk['inherent']) =>
    rating &&
    `${t('risks.likelihood')}: ${label(scale.likelihood, rating.likelihood)}. ${t('risks.impact')}: ${label(scale.impact, rating.impact)}.`;
  const titles = risk.safeguardChoices
    .filter(({ id }) => risk.safeguardIds.includes(id))
    .map(({ title }) => title);
  const rows = [
    [t('risks.description'), risk.description],
    [t('risks.inherent'), rated(risk.inherent)],
    [t('risks.safeguardsTitle'), [...titles, risk.safeguards].filter(Boolean).join('. ')],
    [t('risks.residual'), rated(risk.residual)],
    [t('risks.ratingReason'), risk.ratingReason],
    [t('risks.treatment'), risk.treatment ? treatmentWord(risk.treatment) : t('risks.undecided')],
    [t('risks.treatmentReason'), risk.treatmentReason],
    [t('risks.owner'), risk.owner?.name ?? t('risks.noOwner')],
  ] as const;
  return (
    <Section
      title={t('risks.aboutTitle')}
      lead={risk.assessment.status === 'draft' ? undefined : t('risks.closed')}
    >
      <Facts rows={rows.filter(([, value]) => value).map(([name, value]) => ({ name, value }))} />
    </Section>
  );
}
