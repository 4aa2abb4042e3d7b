import { Link } from 'react-router';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { DateText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import { EvidenceItems } from './evidence-items';
import { decisionWord, type Specification } from './specification-words';

interface EarlierDecisionProps {
  specification: Specification;
  mayDecide: boolean;
  refused: RefusedForm | null;
}

/** What was decided last time: confirmed again by somebody, with its evidence, or decided anew. */
export function EarlierDecision({ specification, mayDecide, refused }: EarlierDecisionProps) {
  const { earlier, decision } = specification;
  if (!earlier) return null;
  const waits = mayDecide && decision === null;
  return (
    <Section
      title={t('specifications.earlier', { title: earlier.assessment.title })}
      lead={waits ? t('specifications.earlierLead') : undefined}
    >
      <Facts
        rows={[
          { name: t('specifications.decision'), value: decisionWord(earlier.decision) },
          ...(earlier.measure ? [{ name: t('specifications.measure'), value: earlier.measure }] : []),
          ...(earlier.reasoning ? [{ name: t('specifications.reasoning'), value: earlier.reasoning }] : []),
          {
            name: t('specifications.decidedBy'),
            value: (
              <>
                {earlier.decidedBy.name}, <DateText at={earlier.decidedAt} time="none" />{' '}
                <Link
                  to={`/assessments/${earlier.assessment.id}/specifications/${specification.requirementId}`}
                >
                  {t('specifications.earlierSee')}
                </Link>
              </>
            ),
          },
          ...(earlier.evidence.length > 0
            ? [
                {
                  name: t('specifications.evidence'),
                  value: <EvidenceItems items={earlier.evidence} mayWithdraw={false} />,
                },
              ]
            : []),
        ]}
      />
      {waits && (
        <AppForm refused={refused} intent="confirm" label={t('specifications.stillFits')} confirming>
          <input type="hidden" name="earlierVersion" value={earlier.version} />
          <FormActions>
            <SubmitButton variant="default">{t('specifications.stillFits')}</SubmitButton>
          </FormActions>
        </AppForm>
      )}
    </Section>
  );
}
