import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';

/** Also when something is missing: the answer then says what, and nothing happens. */
export function SubmitPanel({ version, ready }: { version: number; ready: boolean }) {
  return (
    <ConfirmDialog
      label={t('assessments.submit')}
      title={t('assessments.submitTitle')}
      consequence={t('assessments.submitConsequence')}
      confirmLabel={t('assessments.submitConfirm')}
      variant={ready ? 'filled' : 'default'}
      fields={{ intent: 'submit', version }}
    />
  );
}
