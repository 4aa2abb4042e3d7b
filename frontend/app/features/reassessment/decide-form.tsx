import { useState, type ReactNode } from 'react';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { CheckboxField, SelectField, TextAreaField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { dayText } from '~/ui/text/date-text';
import { Section } from '~/ui/text/section';
import {
  changeKindLabel,
  decisionLabel,
  detailWords,
  type Change,
  type ChangeReview,
  type Decision,
} from './words';
import styles from './reassessment.module.css';

/** A few of a kind are chosen one by one. */
const WORTH_CHOOSING_AT_ONCE = 5;

interface DecideFormProps {
  /** The undecided ones, the oldest first. */
  changes: Change[];
  review: ChangeReview;
  refused?: RefusedForm | null;
}

/** One decision for one change, or for several that it fits. */
export function DecideForm({ changes, review, refused }: DecideFormProps) {
  const [chosen, setChosen] = useState(refused?.values.decision);
  if (changes.length === 0) return null;
  const wholeKinds = review.undecidedKinds.filter(({ count }) => count >= WORTH_CHOOSING_AT_ONCE);
  return (
    <Section id="decide" title={t('reassessment.toDecide')} lead={t('reassessment.toDecideLead')}>
      <AppForm refused={refused} label={t('reassessment.toDecide')}>
        {wholeKinds.length > 0 && (
          <fieldset className={styles.which}>
            <legend>{t('reassessment.whichKinds')}</legend>
            {wholeKinds.map(({ kind, count }) => (
              <CheckboxField
                key={kind}
                name={`kind.${kind}`}
                value={String(count)}
                label={t('reassessment.allOfKind', { count, kind: changeKindLabel(kind) })}
              />
            ))}
          </fieldset>
        )}
        <fieldset className={styles.which}>
          <legend>{t('reassessment.which')}</legend>
          {review.undecided > changes.length && (
            <p className={styles.quiet}>
              {t('reassessment.oldestOf', { shown: changes.length, count: review.undecided })}
            </p>
          )}
          {changes.map((change) => (
            <CheckboxField
              key={change.id}
              name={`change.${change.id}`}
              value={String(change.version)}
              label={change.subject.name}
              hint={hintOf(change)}
            />
          ))}
        </fieldset>
        <ChoiceField
          name="decision"
          legend={t('reassessment.decision')}
          choices={choicesOf(review)}
          onChoose={setChosen}
        />
        {review.drafts.length > 0 && (
          <SelectField
            name="assessmentId"
            label={t('reassessment.intoWhich')}
            choices={review.drafts.map(({ id, title }) => ({ value: id, label: title }))}
            required={chosen === 'taken-in'}
          />
        )}
        <TextAreaField
          name="reason"
          label={t('reassessment.reason')}
          hint={t('reassessment.reasonHint')}
          rows={3}
          maxLength={2_000}
          required={chosen !== 'taken-in'}
        />
        <FormActions>
          <SubmitButton>{t('reassessment.decide')}</SubmitButton>
        </FormActions>
      </AppForm>
    </Section>
  );
}

function hintOf({ kind, happenedOn, details, description }: Change): ReactNode {
  return [changeKindLabel(kind), dayText(happenedOn), ...details.map(detailWords), description]
    .filter(Boolean)
    .join(' · ');
}

/** Only what is open as the analyses stand. */
function choicesOf({ signed, drafts, inReview }: ChangeReview) {
  const open: Decision[] = ['not-needed'];
  if (drafts.length > 0) open.push('taken-in');
  if (signed && drafts.length === 0 && !inReview) open.push('reassess');
  return open.map((value) => ({
    value,
    label: decisionLabel(value),
    hint: t(`reassessment.decisionHint_${value}`),
  }));
}
