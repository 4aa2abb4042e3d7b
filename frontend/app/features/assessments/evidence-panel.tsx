import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { EvidenceFields } from './evidence-fields';
import { EvidenceItems } from './evidence-items';
import type { Question } from './questionnaire';
import styles from './question-card.module.css';

interface EvidencePanelProps {
  question: Question;
  mayAnswer: boolean;
  /** What the server said when evidence was added or withdrawn here. */
  refused: RefusedForm | null;
}

export function EvidencePanel({ question, mayAnswer, refused }: EvidencePanelProps) {
  const { answer } = question;
  const hidden = { questionId: question.id };
  const adding = refused?.values.intent === 'evidence' ? refused : null;
  return (
    <>
      {answer && answer.evidence.length > 0 && (
        <EvidenceItems items={answer.evidence} mayWithdraw={mayAnswer} fields={hidden} />
      )}
      {mayAnswer && answer && (
        <details className={styles.more} open={adding !== null || undefined}>
          <summary>{t('assessments.addEvidence')}</summary>
          <AppForm
            refused={adding}
            encType="multipart/form-data"
            intent="evidence"
            label={t('assessments.addEvidence')}
          >
            <input type="hidden" name="questionId" value={question.id} />
            <input type="hidden" name="answerId" value={answer.id} />
            <EvidenceFields />
            <FormActions>
              <SubmitButton size="xs">{t('assessments.evidenceAdd')}</SubmitButton>
            </FormActions>
          </AppForm>
        </details>
      )}
    </>
  );
}
