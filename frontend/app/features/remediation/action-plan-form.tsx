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

export function ActionPlanForm({ action, colleagues, refused }: ActionPlanFormProps) {
  return (
    <Section id="planning" title={t('remediation.planning')}>
      <AppForm
        refused={refused}
        intent="plan"
        draftKey={action.id}
        version={action.version}
        label={t('remediation.planning')}
      >
        <ActionFields action={action} colleagues={colleagues} />
        <TextField
          name="dueOnReason"
          label={t('remediation.dueReason')}
          hint={t('remediation.dueReasonHint')}
          maxLength={500}
        />
        <FormActions>
          <SubmitButton>{t('remediation.save')}</SubmitButton>
        </FormActions>
      </AppForm>
    </Section>
  );
}
