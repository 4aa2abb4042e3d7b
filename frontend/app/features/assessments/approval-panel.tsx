import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { TextAreaField } from '~/ui/form/fields';
import { Section } from '~/ui/text/section';
import styles from './approval-panel.module.css';
import { SecondLook } from './missing-list';
import type { Assessment } from './use-assessment';

interface ApprovalPanelProps {
  assessment: Assessment;
  mayApprove: boolean;
  mayReturn: boolean;
  warnings: string[];
  /** Sent back with the signature. */
  inventorySeen: string;
}

/** For the second person: read, then sign or return. Everybody else sees that it waits. */
export function ApprovalPanel(props: ApprovalPanelProps) {
  const { assessment, mayApprove, mayReturn, warnings, inventorySeen } = props;
  const { version } = assessment;
  return (
    <Section title={t('assessments.waiting')} lead={t('assessments.waitingText')}>
      <SecondLook warnings={warnings} />
      <div className={styles.buttons}>
        {mayApprove && (
          <ConfirmDialog
            label={t('assessments.approve')}
            title={t('assessments.approveTitle')}
            consequence={t('assessments.approveConsequence')}
            confirmLabel={t('assessments.approveConfirm')}
            variant="filled"
            fields={{ intent: 'approve', version }}
            seen={{ inventorySeen }}
          >
            <TextAreaField
              name="statement"
              label={t('assessments.statement')}
              hint={t('assessments.statementHint')}
              rows={4}
              maxLength={2_000}
              required
            />
          </ConfirmDialog>
        )}
        {mayReturn && (
          <ConfirmDialog
            label={t('assessments.giveBack')}
            title={t('assessments.giveBack')}
            consequence={t('assessments.giveBackLead')}
            confirmLabel={t('assessments.giveBack')}
            fields={{ intent: 'return', version }}
          >
            <TextAreaField
              name="reason"
              label={t('assessments.reason')}
              rows={3}
              maxLength={2_000}
              required
            />
          </ConfirmDialog>
        )}
      </div>
    </Section>
  );
}
