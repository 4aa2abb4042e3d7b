import { useState } from 'react';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { TextField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section } from '~/ui/text/section';
import { ActionFields, SpentFields } from './action-fields';
import type { Action } from './words';

interface ActionPlanFormProps {
  action: Action;
  colleagues: { id: string; name: string }[];
  refused: RefusedForm | null;
}

/** What is done stays as it was planned; only late invoices come in. */
export function ActionSpentForm({ action, refused }: Omit<ActionPlanFormProps, 'colleagues'>) {
  return (
    <Section id="planning" title={t('remediation.spentTitle')} lead={t('remediation.spentLead')}>
      <AppForm refused={refused} intent="spent" version={action.version} label={t('remediation.spentTitle')}>
        <SpentFields action={action} />
        <FormActions>
          <SubmitButton>{t('remediation.save')}</SubmitButton>
        </FormActions>
      </AppForm>
    </Section>
  );
}

/** A promised date moves with a reason; the first date of an action needs none. */
export function ActionPlanForm({ action, colleagues, refused }: ActionPlanFormProps) {
  const [day, setDay] = useState(action.dueOn ?? '');
  const moves = action.dueOn !== null && day !== action.dueOn;
  return (
    <Section id="planning" title={t('remediation.planning')}>
      <AppForm
        refused={refused}
        intent="plan"
        draftKey={action.id}
        version={action.version}
        label={t('remediation.planning')}
      >
        <ActionFields action={action} colleagues={colleagues} onDay={setDay} />
        {action.dueOn !== null && (
          <TextField
            name="dueOnReason"
            label={t('remediation.dueReason')}
            hint={t('remediation.dueReasonHint')}
            maxLength={500}
            required={moves}
          />
        )}
        <FormActions>
          <SubmitButton>{t('remediation.save')}</SubmitButton>
        </FormActions>
      </AppForm>
    </Section>
  );
}
