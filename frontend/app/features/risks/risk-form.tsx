import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { SelectField, TextAreaField, TextField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section, Stack } from '~/ui/text/section';
import styles from './risk-form.module.css';
import { RatingFields } from './rating-fields';
import { SafeguardFields } from './safeguard-fields';
import { TREATMENTS, riskNumber, treatmentWord, type Risk } from './words';

interface RiskFormProps {
  risk: Risk;
  colleagues: { id: string; name: string }[];
  refused?: RefusedForm | null;
}

/** The whole judgement of a risk in the order in which one thinks: what, how bad, what protects, how bad then, what now. */
export function RiskForm({ risk, colleagues, refused }: RiskFormProps) {
  const label = riskNumber(risk.number);
  return (
    <div className={styles.wide}>
      <AppForm refused={refused} draftKey={risk.id} version={risk.version} label={label}>
        <Stack>
          <Section title={t('risks.aboutTitle')}>
            <div className={styles.fields}>
              <TextField
                name="title"
                label={t('risks.name')}
                defaultValue={risk.title}
                maxLength={300}
                required
              />
              <TextAreaField
                name="description"
                label={t('risks.description')}
                hint={t('risks.descriptionHint')}
                defaultValue={risk.description}
                rows={3}
                maxLength={5_000}
              />
            </div>
          </Section>
          <RatingFields risk={risk} kind="inherent" />
          <SafeguardFields risk={risk} />
          <RatingFields risk={risk} kind="residual" />
          <Section id="decision" title={t('risks.decisionTitle')}>
            <div className={styles.fields}>
              <ChoiceField
                name="treatment"
                legend={t('risks.treatment')}
                defaultValue={risk.treatment}
                choices={TREATMENTS.map((value) => ({
                  value,
                  label: treatmentWord(value),
                  hint: t(`risks.treatment_${value}-hint`),
                }))}
              />
              <TextAreaField
                name="treatmentReason"
                label={t('risks.treatmentReason')}
                hint={t('risks.treatmentReasonHint')}
                defaultValue={risk.treatmentReason}
                rows={2}
                maxLength={2_000}
              />
              <SelectField
                name="ownerId"
                label={t('risks.owner')}
                placeholder={t('risks.noOwner')}
                defaultValue={risk.owner?.id}
                choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
                width="medium"
              />
              <FormActions>
                <SubmitButton>{t('risks.save')}</SubmitButton>
              </FormActions>
            </div>
          </Section>
        </Stack>
      </AppForm>
    </div>
  );
}
