import type { ReactNode } from 'react';
import { t } from '~/messages';
import { AppForm, type RefusedForm } from '~/ui/form/app-form';
import {
  CheckboxField,
  DateField,
  NumberField,
  SelectField,
  TextAreaField,
  TextField,
} from '~/ui/form/fields';
import { FieldRow, FormActions, SubmitButton } from '~/ui/form/form-layout';
import { coveredEntities, partyChoices, US } from './breach-parties';
import type { IncidentFacts } from './incident-words';
import styles from './incidents.module.css';

interface FactsFormsProps {
  facts: IncidentFacts;
  today: string;
  refused: RefusedForm | null;
}

interface OneProps extends FactsFormsProps {
  intent: string;
  title: string;
  lead?: string;
  save: string;
  children: ReactNode;
}

/** Each question about the facts by itself; every answer makes a new revision of all of them. */
export function FactsForms(props: FactsFormsProps) {
  return (
    <>
      <CountForm {...props} />
      <KnowledgeForm {...props} />
      <OccurredForm {...props} />
      <HoldForm {...props} />
      <VendorForm {...props} />
      <UnreachedForm {...props} />
    </>
  );
}

function OneForm({ intent, title, lead, save, facts, refused, children }: OneProps) {
  const mine = refused?.values.intent === intent ? refused : null;
  return (
    <details className={styles.details} open={Boolean(mine)}>
      <summary>{title}</summary>
      <AppForm refused={mine} intent={intent} label={title}>
        <input type="hidden" name="seenRevision" value={facts.revision} />
        {lead && <p className={styles.quiet}>{lead}</p>}
        {children}
        <TextAreaField
          name="reason"
          label={t('incidents.factsReason')}
          hint={t('incidents.factsReasonHint')}
          rows={2}
          maxLength={2_000}
          required
        />
        <FormActions>
          <SubmitButton size="xs">{save}</SubmitButton>
        </FormActions>
      </AppForm>
    </details>
  );
}

function CountForm(props: FactsFormsProps) {
  const entities = coveredEntities(props.facts.facts);
  return (
    <OneForm
      {...props}
      intent="count"
      title={t('incidents.countTitle')}
      lead={t('incidents.countLead')}
      save={t('incidents.countSave')}
    >
      <FieldRow>
        <SelectField name="party" label={t('incidents.countFor')} choices={partyChoices(entities)} required />
        <DateField
          name="asOf"
          label={t('incidents.countAsOf')}
          defaultValue={props.today}
          max={props.today}
          required
        />
        <NumberField name="individuals" label={t('incidents.countIndividuals')} required />
      </FieldRow>
      <TextAreaField
        name="states"
        label={t('incidents.countStates')}
        hint={t('incidents.countStatesHint')}
        rows={3}
      />
    </OneForm>
  );
}

const HOW = ['known', 'told', 'reasonable-diligence'] as const;

function KnowledgeForm(props: FactsFormsProps) {
  return (
    <OneForm
      {...props}
      intent="knowledge"
      title={t('incidents.knowledgeTitle')}
      lead={t('incidents.knowledgeLead')}
      save={t('incidents.knowledgeSave')}
    >
      <FieldRow>
        <SelectField
          name="party"
          label={t('incidents.knowledgeParty')}
          choices={partyChoices(props.facts.facts.parties)}
          required
        />
        <DateField name="on" label={t('incidents.knowledgeOn')} max={props.today} required />
      </FieldRow>
      <SelectField
        name="how"
        label={t('incidents.knowledgeHow')}
        choices={HOW.map((how) => ({ value: how, label: t(`incidents.knowledge_${how}`) }))}
        required
      />
      <CheckboxField name="onlyByWhoCommittedIt" label={t('incidents.onlyByWhoCommittedIt')} />
    </OneForm>
  );
}

function OccurredForm(props: FactsFormsProps) {
  return (
    <OneForm
      {...props}
      intent="occurred"
      title={t('incidents.occurredTitle')}
      save={t('incidents.occurredSave')}
    >
      <DateField
        name="occurredOn"
        label={t('incidents.occurredLabel')}
        defaultValue={props.facts.facts.occurredOn}
        max={props.today}
      />
    </OneForm>
  );
}

function HoldForm(props: FactsFormsProps) {
  return (
    <OneForm
      {...props}
      intent="hold"
      title={t('incidents.holdTitle')}
      lead={t('incidents.holdLead')}
      save={t('incidents.holdSave')}
    >
      <FieldRow>
        <SelectField
          name="form"
          label={t('incidents.holdForm')}
          choices={(['written', 'oral'] as const).map((form) => ({
            value: form,
            label: t(`incidents.hold_${form}`),
          }))}
          required
        />
        <SelectField
          name="to"
          label={t('incidents.holdTo')}
          choices={partyChoices(props.facts.facts.parties)}
          defaultValue={US}
          required
        />
      </FieldRow>
      <FieldRow>
        <DateField name="statedOn" label={t('incidents.holdStatedOn')} max={props.today} required />
        <DateField name="through" label={t('incidents.holdThrough')} hint={t('incidents.holdThroughHint')} />
      </FieldRow>
    </OneForm>
  );
}

function VendorForm(props: FactsFormsProps) {
  return (
    <OneForm
      {...props}
      intent="vendor"
      title={t('incidents.vendorTitle')}
      lead={t('incidents.vendorLead')}
      save={t('incidents.vendorSave')}
    >
      <FieldRow>
        <TextField name="name" label={t('incidents.vendorName')} maxLength={200} required />
        <NumberField
          name="contractDays"
          label={t('incidents.vendorDays')}
          hint={t('incidents.vendorDaysHint')}
        />
      </FieldRow>
      <CheckboxField
        name="asAgent"
        label={t('incidents.vendorAgent')}
        hint={t('incidents.vendorAgentHint')}
      />
    </OneForm>
  );
}

function UnreachedForm(props: FactsFormsProps) {
  const entities = coveredEntities(props.facts.facts);
  return (
    <OneForm
      {...props}
      intent="unreached"
      title={t('incidents.unreachedTitle')}
      lead={t('incidents.unreachedLead')}
      save={t('incidents.unreachedSave')}
    >
      <FieldRow>
        <SelectField name="party" label={t('incidents.countFor')} choices={partyChoices(entities)} required />
        <NumberField name="insufficient" label={t('incidents.unreachedCount')} />
        <DateField name="postedOn" label={t('incidents.postedOn')} />
      </FieldRow>
    </OneForm>
  );
}
