import { t } from '~/messages';
import { CheckboxField, TextAreaField } from '~/ui/form/fields';
import { Section } from '~/ui/text/section';
import styles from './safeguard-fields.module.css';
import type { Risk } from './words';

/** What is in place today: from the pack, those that fit this risk first, and in one's own words. */
export function SafeguardFields({ risk }: { risk: Risk }) {
  const chosen = new Set(risk.safeguardIds);
  const fitting = new Set(risk.suggestion?.safeguardIds ?? []);
  const near = risk.safeguardChoices.filter(({ id }) => fitting.has(id) || chosen.has(id));
  const others = risk.safeguardChoices.filter(({ id }) => !fitting.has(id) && !chosen.has(id));
  const box = ({ id, title, description }: Risk['safeguardChoices'][number]) => (
    <CheckboxField
      key={id}
      name="safeguardIds"
      value={id}
      label={title}
      hint={description}
      defaultChecked={chosen.has(id)}
    />
  );
  return (
    <Section title={t('risks.safeguardsTitle')} lead={t('risks.safeguardsLead')}>
      {risk.safeguardChoices.length > 0 && (
        <fieldset className={styles.choices}>
          <legend>{t('risks.safeguardChoices')}</legend>
          <div className={styles.grid}>{near.map(box)}</div>
          {others.length > 0 && (
            <details className={styles.others} open={near.length === 0}>
              <summary>{t('actions.more')}</summary>
              <div className={styles.grid}>{others.map(box)}</div>
            </details>
          )}
        </fieldset>
      )}
      <TextAreaField
        name="safeguards"
        label={t('risks.safeguards')}
        hint={t('risks.safeguardsHint')}
        defaultValue={risk.safeguards}
        rows={3}
        maxLength={5_000}
      />
    </Section>
  );
}
