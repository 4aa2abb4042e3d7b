import { EvidenceFields } from '~/features/assessments/evidence-fields';
import { EvidenceItems } from '~/features/assessments/evidence-items';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section } from '~/ui/text/section';
import styles from './milestones.module.css';
import type { Action } from './words';

interface ActionEvidenceProps {
  action: Action;
  mayWork: boolean;
  refused: RefusedForm | null;
}

export function ActionEvidence({ action, mayWork, refused }: ActionEvidenceProps) {
  return (
    <Section id="evidence" title={t('remediation.evidence')} lead={t('remediation.evidenceLead')}>
      {action.evidence.length === 0 ? (
        <p className={styles.empty}>{t('remediation.evidenceEmpty')}</p>
      ) : (
        <EvidenceItems items={action.evidence} mayWithdraw={mayWork} />
      )}
      {mayWork && (
        <details className={styles.add} open={Boolean(refused)}>
          <summary>{t('assessments.addEvidence')}</summary>
          <AppForm
            refused={refused}
            encType="multipart/form-data"
            intent="evidence"
            label={t('assessments.addEvidence')}
          >
            <EvidenceFields />
            <FormActions>
              <SubmitButton size="xs">{t('assessments.evidenceAdd')}</SubmitButton>
            </FormActions>
          </AppForm>
        </details>
      )}
    </Section>
  );
}
