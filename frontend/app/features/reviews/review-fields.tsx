import { t } from '~/messages';
import { ChoiceField } from '~/ui/form/choice-field';
import { TextAreaField } from '~/ui/form/fields';
import { OUTCOMES, outcomeLabel } from './words';

/** What somebody found, and why. Nothing is chosen for them. */
export function ReviewFields() {
  return (
    <>
      <ChoiceField
        name="outcome"
        legend={t('recordReviews.found')}
        choices={OUTCOMES.map((value) => ({
          value,
          label: outcomeLabel(value),
          hint: t(`recordReviews.hint_${value}`),
        }))}
      />
      <TextAreaField
        name="reason"
        label={t('recordReviews.reason')}
        hint={t('recordReviews.reasonHint')}
        rows={3}
        maxLength={2_000}
        required
      />
    </>
  );
}
