import { useState } from 'react';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { TextAreaField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { ADDRESSABLE_DECISIONS, decisionWord, type Specification } from './specification-words';

interface SpecificationFormProps {
  assessmentId: string;
  specification: Specification;
  refused: RefusedForm | null;
}

/** The decision record that 45 CFR 164.306(d)(3) asks for. */
export function SpecificationForm({ assessmentId, specification, refused }: SpecificationFormProps) {
  const { requirementId, title, decision } = specification;
  const [chosen, setChosen] = useState(refused?.values.decision ?? decision?.decision);
  return (
    <AppForm
      refused={refused}
      intent="decide"
      version={decision?.version ?? 0}
      draftKey={`${assessmentId}:${requirementId}`}
      label={title}
    >
      <ChoiceField
        name="decision"
        legend={t('specifications.choose')}
        onChoose={setChosen}
        defaultValue={decision?.decision ?? null}
        choices={ADDRESSABLE_DECISIONS.map((value) => ({
          value,
          label: decisionWord(value),
          hint: t(`specifications.hint_${value}`),
        }))}
      />
      <TextAreaField
        name="measure"
        label={t('specifications.measure')}
        hint={t('specifications.measureHint')}
        rows={3}
        maxLength={5_000}
        required={chosen === 'alternative'}
        defaultValue={decision?.measure}
      />
      <TextAreaField
        name="reasoning"
        label={t('specifications.reasoning')}
        hint={t('specifications.reasoningHint')}
        rows={4}
        maxLength={5_000}
        // 45 CFR 164.306(d)(3)(ii)(B)(1): whatever is not put in place needs it; only that says it is optional.
        required={chosen !== 'implemented'}
        defaultValue={decision?.reasoning}
      />
      <FormActions>
        <SubmitButton>{t('specifications.save')}</SubmitButton>
        <SubmitButton variant="default" name="then" value="stay">
          {t('specifications.saveAndStay')}
        </SubmitButton>
      </FormActions>
    </AppForm>
  );
}
