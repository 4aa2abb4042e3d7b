import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { Section } from '~/ui/text/section';
import { EvidenceFields } from './evidence-fields';
import { EvidenceItems } from './evidence-items';
import styles from './question-card.module.css';
import type { Specification } from './specification-words';

interface SpecificationEvidenceProps {
  decision: Specification['decision'];
  mayDecide: boolean;
  /** What the server said when evidence was added or withdrawn here. */
  refused: RefusedForm | null;
}

/** What shows that the decision fits. 45 CFR 164.306(d)(3), 164.316(b)(1) */
export function SpecificationEvidence({ decision, mayDecide, refused }: SpecificationEvidenceProps) {
  const items = decision?.evidence ?? [];
  const adding = refused?.values.intent === 'evidence' ? refused : null;
  return (
    <Section id="evidence" title={t('specifications.evidence')} lead={t('specifications.evidenceLead')}>
      {items.length > 0 && <EvidenceItems items={items} mayWithdraw={mayDecide} />}
      {items.length === 0 && (
        <p>{t(decision ? 'specifications.evidenceNone' : 'specifications.evidenceLater')}</p>
      )}
      {mayDecide && decision && (
        <details className={styles.more} open={adding !== null || undefined}>
          <summary>{t('assessments.addEvidence')}</summary>
          <AppForm
            refused={adding}
            encType="multipart/form-data"
            intent="evidence"
            label={t('assessments.addEvidence')}
          >
            <input type="hidden" name="decisionId" value={decision.id} />
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
