import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { CheckboxField, NumberField, TextAreaField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { CONCLUSIONS, EXCEPTIONS, FACTORS, KEY_ANSWERS, PROTECTIONS } from './determination-words';
import { choicesOf, type Determination } from './incident-words';
import styles from './incidents.module.css';

const LONG = 10_000;

interface DeterminationFormProps {
  determination: Determination;
  refused: RefusedForm | null;
}

/** 45 CFR 164.402 in its order: secured or not, the exceptions, the four factors, and what a person concludes. */
export function DeterminationForm({ determination, refused }: DeterminationFormProps) {
  const { id, content, version } = determination;
  return (
    <AppForm
      refused={refused}
      intent="save"
      version={version}
      draftKey={id}
      label={t('incidents.determination', { number: determination.number })}
    >
      <input type="hidden" name="determinationId" value={id} />
      <TextAreaField
        name="about"
        label={t('incidents.about')}
        hint={t('incidents.aboutHint')}
        defaultValue={content.about}
        rows={2}
        maxLength={1_000}
        required
      />
      <NumberField
        name="individuals"
        label={t('incidents.detIndividuals')}
        defaultValue={content.individuals}
      />
      <CheckboxField
        name="coversEveryone"
        label={t('incidents.coversEveryone')}
        defaultChecked={content.coversEveryone}
      />
      <ProtectionFields content={content} />
      <ExceptionFields content={content} />
      <FactorFields content={content} />
      <div className={styles.group}>
        <ChoiceField
          name="conclusion"
          legend={t('incidents.conclusion')}
          defaultValue={content.conclusion}
          choices={choicesOf(CONCLUSIONS, (conclusion) => t(`incidents.conclusion_${conclusion}`))}
        />
        <TextAreaField
          name="because"
          label={t('incidents.conclusionBecause')}
          defaultValue={content.because}
          rows={4}
          maxLength={LONG}
          required
        />
      </div>
      <FormActions sticky>
        <SubmitButton>{t('incidents.detSave')}</SubmitButton>
      </FormActions>
    </AppForm>
  );
}

type Content = Pick<Determination, 'content'>;

function ProtectionFields({ content: { protection } }: Content) {
  return (
    <div className={styles.group}>
      <h3>{t('incidents.detProtection')}</h3>
      <p className={styles.quiet}>{t('incidents.detProtectionLead')}</p>
      <ChoiceField
        name="protection.state"
        legend={t('incidents.protectionState')}
        layout="row"
        defaultValue={protection.state}
        choices={choicesOf(PROTECTIONS, (state) => t(`incidents.protection_${state}`))}
      />
      <ChoiceField
        name="protection.keyCompromised"
        legend={t('incidents.keyCompromised')}
        layout="row"
        defaultValue={protection.keyCompromised}
        choices={choicesOf(KEY_ANSWERS, (answer) => t(`incidents.key_${answer}`))}
      />
      <TextAreaField
        name="protection.because"
        label={t('incidents.protectionBecause')}
        defaultValue={protection.because}
        rows={2}
        maxLength={LONG}
      />
    </div>
  );
}

function ExceptionFields({ content: { exception } }: Content) {
  return (
    <div className={styles.group}>
      <ChoiceField
        name="exception.kind"
        legend={t('incidents.detException')}
        defaultValue={exception.kind}
        choices={choicesOf(EXCEPTIONS, (kind) => t(`incidents.exception_${kind}`))}
      />
      <TextAreaField
        name="exception.because"
        label={t('incidents.exceptionBecause')}
        defaultValue={exception.because}
        rows={2}
        maxLength={LONG}
      />
    </div>
  );
}

function FactorFields({ content: { factors } }: Content) {
  return (
    <>
      <div className={styles.group}>
        <h3>{t('incidents.detFactors')}</h3>
        <p className={styles.quiet}>{t('incidents.detFactorsLead')}</p>
      </div>
      {FACTORS.map((name) => (
        <fieldset key={name} className={styles.factor}>
          <legend>{t(`incidents.factor_${name}`)}</legend>
          <TextAreaField
            name={`${name}.reasoning`}
            label={t('incidents.factorReasoning')}
            defaultValue={factors[name].reasoning}
            rows={3}
            maxLength={LONG}
          />
          <TextAreaField
            name={`${name}.evidence`}
            label={t('incidents.factorEvidence')}
            defaultValue={factors[name].evidence}
            rows={2}
            maxLength={LONG}
          />
        </fieldset>
      ))}
    </>
  );
}
