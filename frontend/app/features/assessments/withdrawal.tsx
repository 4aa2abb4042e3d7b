import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { TextAreaField } from '~/ui/form/fields';
import { DateText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import type { Assessment } from './use-assessment';

/** Who took the analysis back, and why. */
export function WithdrawnNote({ withdrawn }: Pick<Assessment, 'withdrawn'>) {
  if (!withdrawn) return null;
  const rows = [
    {
      name: t('assessments.withdrawnBy'),
      value: (
        <>
          {withdrawn.by.name}, <DateText at={withdrawn.at} />
        </>
      ),
    },
    { name: t('assessments.reason'), value: withdrawn.reason },
  ];
  return (
    <Section title={t('assessments.withdrawnTitle')}>
      <Facts rows={rows} />
    </Section>
  );
}

/** For a draft that was begun by mistake. */
export function Withdraw({ allowedActions, version }: Pick<Assessment, 'allowedActions' | 'version'>) {
  if (!allowedActions.includes('withdraw')) return null;
  return (
    <Section title={t('assessments.withdrawAnalysis')} lead={t('assessments.withdrawAnalysisLead')}>
      <ConfirmDialog
        label={t('assessments.withdrawAnalysis')}
        title={t('assessments.withdrawAnalysisTitle')}
        consequence={<p>{t('assessments.withdrawAnalysisConsequence')}</p>}
        confirmLabel={t('assessments.withdrawAnalysis')}
        tone="danger"
        fields={{ intent: 'withdraw', version }}
      >
        <TextAreaField name="reason" label={t('assessments.reason')} rows={3} maxLength={2_000} required />
      </ConfirmDialog>
    </Section>
  );
}
