import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { SelectField, TextAreaField } from '~/ui/form/fields';
import { Section } from '~/ui/text/section';
import { choicesOf, OUTCOMES, type Incident } from './incident-words';
import styles from './incidents.module.css';

const outcomeWord = (outcome: (typeof OUTCOMES)[number]) => t(`incidents.outcome_${outcome}`);

/** One person asks that the incident be closed, another one confirms; what stands in the way is said before. */
export function IncidentClosing({ incident }: { incident: Incident }) {
  const { closing, allowedActions, version, state } = incident;
  if (state === 'closed') return null;
  const asks = allowedActions.includes('ask-to-close');
  return (
    <Section title={t('incidents.closing')} lead={t('incidents.closingLead')}>
      {closing.problems.length > 0 && (
        <>
          <p>{t('incidents.closingWaits')}</p>
          <ul>
            {closing.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      )}
      {closing.askedBy && closing.outcome && (
        <p>
          {t('incidents.closeAskedBy', { name: closing.askedBy.name, outcome: outcomeWord(closing.outcome) })}
        </p>
      )}
      <div className={styles.buttons}>
        {asks && (
          <ConfirmDialog
            label={t('incidents.closeAsk')}
            title={t('incidents.closeAskTitle')}
            consequence={t('incidents.closeAskConsequence')}
            confirmLabel={t('incidents.closeAsk')}
            fields={{ intent: 'close', version }}
          >
            <SelectField
              name="outcome"
              label={t('incidents.closeOutcome')}
              choices={choicesOf(OUTCOMES, outcomeWord)}
              required
            />
            <TextAreaField
              name="reason"
              label={t('incidents.closeReason')}
              rows={3}
              maxLength={4_000}
              required
            />
          </ConfirmDialog>
        )}
        {allowedActions.includes('confirm-closing') && <ClosingAnswers version={version} />}
      </div>
    </Section>
  );
}

function ClosingAnswers({ version }: { version: number }) {
  return (
    <>
      <ConfirmDialog
        label={t('incidents.closeConfirm')}
        title={t('incidents.closeConfirmTitle')}
        consequence={t('incidents.closeConfirmConsequence')}
        confirmLabel={t('incidents.closeConfirm')}
        variant="filled"
        fields={{ intent: 'answer', confirms: 'yes', version }}
      />
      <ConfirmDialog
        label={t('incidents.closeGiveBack')}
        title={t('incidents.closeGiveBackTitle')}
        consequence={t('incidents.closeGiveBackConsequence')}
        confirmLabel={t('incidents.closeGiveBack')}
        fields={{ intent: 'answer', confirms: 'no', version }}
      >
        <TextAreaField name="reason" label={t('incidents.reason')} rows={2} maxLength={2_000} required />
      </ConfirmDialog>
    </>
  );
}
