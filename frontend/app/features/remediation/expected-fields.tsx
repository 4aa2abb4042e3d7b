import { t } from '~/messages';
import { SelectField } from '~/ui/form/fields';
import { FieldRow } from '~/ui/form/form-layout';
import type { Scale } from '~/features/risks/words';
import styles from './action-effects.module.css';

interface ExpectedFieldsProps {
  scale: Scale;
  expected?: { likelihood: string; impact: string } | null;
}

/** What is left of a risk once the action works: both, or neither while nobody can say. */
export function ExpectedFields({ scale, expected }: ExpectedFieldsProps) {
  const choices = (steps: Scale['likelihood']) =>
    [...steps].reverse().map(({ id, label }) => ({ value: id, label }));
  return (
    <div>
      <p className={styles.hint}>{t('effects.expectedHint')}</p>
      <FieldRow>
        <SelectField
          name="expectedLikelihood"
          label={t('effects.likelihood')}
          placeholder={t('effects.open')}
          choices={choices(scale.likelihood)}
          defaultValue={expected?.likelihood}
        />
        <SelectField
          name="expectedImpact"
          label={t('effects.impact')}
          placeholder={t('effects.open')}
          choices={choices(scale.impact)}
          defaultValue={expected?.impact}
        />
      </FieldRow>
    </div>
  );
}
