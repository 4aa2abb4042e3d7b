import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import { ChoiceField } from '~/ui/form/choice-field';
import { SelectField, TextAreaField, TextField } from '~/ui/form/fields';
import { FormActions, SubmitButton } from '~/ui/form/form-layout';
import { DateText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import {
  choicesOf,
  HANDLINGS,
  KINDS,
  kindWord,
  PHI_ANSWERS,
  SEVERITIES,
  severityWord,
  type Incident,
} from './incident-words';
import styles from './incidents.module.css';

const handlingWord = (handling: Incident['handledAs']) => t(`incidents.handledAs_${handling}`);
const phiWord = (answer: Incident['phiInvolved']) => t(`incidents.phi_${answer}`);

/** What was reported, and what the first look made of it. */
export function IncidentTriage({ incident, refused }: { incident: Incident; refused: RefusedForm | null }) {
  const reporter = [incident.reportedBy?.name, incident.reporterContact].filter(Boolean).join(' · ');
  return (
    <Section title={t('incidents.triageTitle')}>
      <p className={styles.phase}>{t('incidents.whatWasSaid')}</p>
      <p className={styles.prose}>{incident.whatHappened}</p>
      <Facts
        rows={[
          { name: t('incidents.tableKind'), value: kindWord(incident.kind) },
          { name: t('incidents.phiLabel'), value: phiWord(incident.phiInvolved) },
          { name: t('incidents.handledLabel'), value: handlingWord(incident.handledAs) },
          {
            name: t('incidents.sourceLabel'),
            value: (
              <>
                {[t(`incidents.source_${incident.source}`), reporter].filter(Boolean).join(': ')},{' '}
                <DateText at={incident.reportedAt} />
              </>
            ),
          },
          { name: t('incidents.noticedLabel'), value: <DateText on={incident.noticedOn} /> },
          {
            name: t('incidents.occurredLabel'),
            value: <DateText on={incident.occurredOn} empty={t('incidents.notKnown')} />,
          },
        ]}
      />
      {incident.allowedActions.includes('run') && incident.state !== 'closed' && (
        <details className={styles.details} open={Boolean(refused)}>
          <summary>{t('incidents.triageEdit')}</summary>
          <TriageForm incident={incident} refused={refused} />
        </details>
      )}
    </Section>
  );
}

function TriageForm({ incident, refused }: { incident: Incident; refused: RefusedForm | null }) {
  return (
    <AppForm refused={refused} intent="triage" version={incident.version} label={t('incidents.triageTitle')}>
      <ChoiceField
        name="severity"
        legend={t('incidents.tableSeverity')}
        defaultValue={incident.severity}
        choices={SEVERITIES.map((severity) => ({
          value: severity,
          label: severityWord(severity),
          hint: t(`incidents.severityHint_${severity}`),
        }))}
      />
      <ChoiceField
        name="phiInvolved"
        legend={t('incidents.isPhi')}
        layout="row"
        defaultValue={incident.phiInvolved}
        choices={choicesOf(PHI_ANSWERS, (answer) => t(`incidents.isPhi_${answer}`))}
      />
      <SelectField
        name="kind"
        label={t('incidents.whatKind')}
        choices={choicesOf(KINDS, kindWord)}
        defaultValue={incident.kind}
        required
      />
      <SelectField
        name="handledAs"
        label={t('incidents.handledLabel')}
        choices={choicesOf(HANDLINGS, handlingWord)}
        defaultValue={incident.handledAs}
        required
      />
      <TextField
        name="title"
        label={t('incidents.titleLabel')}
        hint={t('incidents.titleHint')}
        defaultValue={incident.title}
        maxLength={200}
        required
      />
      <TextAreaField name="reason" label={t('incidents.triageReason')} rows={2} maxLength={2_000} />
      <FormActions>
        <SubmitButton size="xs">{t('incidents.triageSave')}</SubmitButton>
      </FormActions>
    </AppForm>
  );
}
