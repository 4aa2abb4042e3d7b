import { t } from '~/messages';
import { MoneyField, SelectField, TextAreaField, TextField } from '~/ui/form/fields';
import { FieldRow } from '~/ui/form/form-layout';
import { dollarsOf } from '~/ui/text/money';
import { DueField } from './due-field';
import type { Action } from './words';

interface ActionFieldsProps {
  action?: Action;
  colleagues: { id: string; name: string }[];
  onDay?: (day: string) => void;
}

function SpentOnce({ action }: { action: Action }) {
  return (
    <MoneyField
      name="spentCents"
      label={t('remediation.spent')}
      defaultValue={dollarsOf(action.spentCents)}
    />
  );
}

function SpentYearly({ action }: { action: Action }) {
  return (
    <MoneyField
      name="yearlySpentCents"
      label={t('remediation.yearlySpent')}
      defaultValue={dollarsOf(action.yearlySpentCents)}
    />
  );
}

/** What was paid, once and each year. */
export function SpentFields({ action }: { action: Action }) {
  return (
    <FieldRow>
      <SpentOnce action={action} />
      <SpentYearly action={action} />
    </FieldRow>
  );
}

/** What a plan says: what, who, until when, for how much. */
export function ActionFields({ action, colleagues, onDay }: ActionFieldsProps) {
  return (
    <>
      <TextField
        name="title"
        label={t('remediation.name')}
        defaultValue={action?.title}
        maxLength={300}
        required
      />
      <TextAreaField
        name="description"
        label={t('remediation.description')}
        hint={t('remediation.descriptionHint')}
        defaultValue={action?.description}
        rows={3}
        maxLength={5_000}
      />
      <SelectField
        name="ownerId"
        label={t('remediation.owner')}
        hint={t('remediation.ownerHint')}
        placeholder={t('remediation.noOwner')}
        choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={action?.owner?.id}
        width="medium"
      />
      <FieldRow>
        <DueField defaultValue={action?.dueOn} onDay={onDay} />
        <MoneyField
          name="budgetCents"
          label={t('remediation.budget')}
          defaultValue={dollarsOf(action?.budgetCents ?? null)}
        />
        {action && <SpentOnce action={action} />}
      </FieldRow>
      <FieldRow>
        <MoneyField
          name="yearlyBudgetCents"
          label={t('remediation.yearlyBudget')}
          defaultValue={dollarsOf(action?.yearlyBudgetCents ?? null)}
        />
        {action && <SpentYearly action={action} />}
      </FieldRow>
    </>
  );
}
