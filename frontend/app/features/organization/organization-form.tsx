import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { MoneyField, NumberField, SelectField, TextField, type ChoiceGroup } from '~/ui/form/fields';
import { FieldRow, FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Citation } from '~/ui/text/citation';
import { dollarsOf } from '~/ui/text/money';
import { kindChoices, type Organization } from './kinds';
import { monthChoices } from './month-choices';

interface OrganizationFormProps {
  organization: Organization;
  timeZones: ChoiceGroup[];
  refused?: RefusedForm;
}

export function OrganizationForm({ organization, timeZones, refused }: OrganizationFormProps) {
  return (
    <AppForm
      key={organization.version}
      refused={refused}
      draftKey="organization"
      version={organization.version}
      label={t('settings.organization')}
    >
      <TextField name="name" label={t('settings.name')} defaultValue={organization.name} required />
      <ChoiceField
        name="kind"
        legend={t('settings.kind')}
        defaultValue={organization.kind}
        choices={kindChoices()}
      />
      <FieldRow>
        <SelectField
          name="timeZone"
          label={t('settings.timeZone')}
          hint={t('settings.timeZoneHint')}
          choices={timeZones}
          defaultValue={organization.timeZone}
          required
        />
        <SelectField
          name="fiscalYearStartMonth"
          label={t('settings.fiscalYear')}
          hint={t('settings.fiscalYearHint')}
          choices={monthChoices()}
          defaultValue={String(organization.fiscalYearStartMonth)}
          required
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          name="workforceSize"
          width="full"
          label={t('settings.workforce')}
          hint={t('settings.workforceHint')}
          defaultValue={organization.workforceSize}
        />
        <MoneyField
          name="annualSecurityBudgetCents"
          label={t('settings.budget')}
          hint={t('settings.budgetHint')}
          defaultValue={dollarsOf(organization.annualSecurityBudgetCents)}
          width="full"
        />
      </FieldRow>
      <NumberField
        name="idleMinutes"
        label={t('settings.idle')}
        hint={
          <>
            {t('settings.idleHint')} <Citation text="45 CFR 164.312(a)(2)(iii)" />
          </>
        }
        defaultValue={organization.idleMinutes}
        required
      />
      <FormActions>
        <SubmitButton>{t('actions.save')}</SubmitButton>
      </FormActions>
    </AppForm>
  );
}
