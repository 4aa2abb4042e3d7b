import { useRef, useState } from 'react';
import { t } from '~/messages';
import { ChoiceField } from '~/ui/form/choice-field';
import { TextAreaField } from '~/ui/form/fields';
import { Section } from '~/ui/text/section';
import { LevelTag } from './level-tag';
import styles from './rating-fields.module.css';
import type { Risk, Scale } from './words';

interface RatingFieldsProps {
  risk: Risk;
  kind: 'inherent' | 'residual';
}

/** Likelihood and impact with the meaning of each step in sight, and the level that the two make. */
export function RatingFields({ risk, kind }: RatingFieldsProps) {
  const { scale, suggestion } = risk;
  const rating = risk[kind];
  const group = useRef<HTMLDivElement>(null);
  const [level, setLevel] = useState(rating?.level ?? null);
  const awaitsReview = risk.carried !== null && risk.carried.review === null;
  const isInherent = kind === 'inherent';
  const judge = () => setLevel(chosenLevel(group.current, kind, scale));
  return (
    <Section
      id={isInherent ? 'rating' : undefined}
      title={isInherent ? t('risks.inherent') : t('risks.residual')}
      lead={isInherent ? t('risks.inherentLead') : t('risks.residualLead')}
      actions={<LevelTag level={level} />}
    >
      {isInherent && suggestion && <Suggestion scale={scale} suggestion={suggestion} />}
      <div ref={group} className={styles.pair} onChange={judge}>
        <ChoiceField
          name={`${kind}Likelihood`}
          legend={t('risks.likelihood')}
          choices={steps(scale.likelihood)}
          defaultValue={rating?.likelihood}
        />
        <ChoiceField
          name={`${kind}Impact`}
          legend={t('risks.impact')}
          choices={steps(scale.impact)}
          defaultValue={rating?.impact}
        />
      </div>
      {!isInherent && (
        <div className={styles.reason}>
          <TextAreaField
            name="ratingReason"
            label={t('risks.ratingReason')}
            hint={awaitsReview ? t('carried.ratingReasonHint') : t('risks.ratingReasonHint')}
            defaultValue={risk.ratingReason}
            rows={2}
            maxLength={2_000}
          />
        </div>
      )}
    </Section>
  );
}

/** The worst stands first, as in the heat map. */
function steps(of: Scale['likelihood']) {
  return [...of].reverse().map((step) => ({ value: step.id, label: step.label, hint: meaningOf(step) }));
}

function meaningOf(step: Scale['likelihood'][number]): string {
  const everyday =
    'everyday' in step && typeof step.everyday === 'string'
      ? t('risks.everyday', { text: step.everyday })
      : '';
  return [step.meaning, everyday].filter(Boolean).join(' ');
}

function chosenLevel(group: HTMLElement | null, kind: string, scale: Scale): Scale['levels'][number] | null {
  const chosen = (name: string) =>
    group?.querySelector<HTMLInputElement>(`input[name="${kind}${name}"]:checked`)?.value ?? '';
  const id = scale.matrix[chosen('Likelihood')]?.[chosen('Impact')];
  return scale.levels.find((level) => level.id === id) ?? null;
}

function Suggestion({ scale, suggestion }: { scale: Scale; suggestion: NonNullable<Risk['suggestion']> }) {
  const label = (of: Scale['likelihood'], id: string) => of.find((step) => step.id === id)?.label ?? id;
  return (
    <p className={styles.suggestion}>
      {t('risks.suggestion', {
        likelihood: label(scale.likelihood, suggestion.likelihood),
        impact: label(scale.impact, suggestion.impact),
      })}{' '}
      {suggestion.rationale}
    </p>
  );
}
