import { useState } from 'react';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { TextField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section } from '~/ui/text/section';
import { ActionFields } from './action-fields';
import type { Action } from './words';

interface ActionPlanFormProps {
  action: Action;
  colleagues: { id: string; name: string }[];
  refused: RefusedForm | null;
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
