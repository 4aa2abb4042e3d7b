import { t } from '~/messages';
import { ChoiceField } from '~/ui/form/choice-field';
import { CheckboxField, SelectField, TextAreaField, TextField } from '~/ui/form/fields';
import { FieldRow } from '~/ui/form/form-layout';
import { RecordField } from '~/ui/form/record-field';
import { FormPart } from './form-part';
import {
  COUNTERPARTIES,
  counterpartyLabel,
  TRANSPORT_SECURITIES,
  transportLabel,
  type DataFlow,
} from './flow-labels';
import { choicesOf } from './labels';
import { PhiTypesField } from './phi-types-field';
import type { FlowPlaces } from './place-choices.server';

interface FlowFieldsProps {
  flow?: DataFlow;
  places: FlowPlaces;
}

export function FlowFields({ flow, places }: FlowFieldsProps) {
  return (
    <>
      <FormPart legend={t('dataFlows.partWhere')}>
        <TextField
          name="name"
          label={t('dataFlows.name')}
          hint={t('dataFlows.nameHint')}
          defaultValue={flow?.name}
          maxLength={200}
          required
        />
        <TextField
          name="code"
          label={t('dataFlows.code')}
          hint={flow ? t('dataFlows.codeKept') : t('dataFlows.codeHint')}
          defaultValue={flow?.code}
          maxLength={60}
          required={Boolean(flow)}
        />
        <EndFields end="from" places={places} chosen={flow?.from} />
        <EndFields end="to" places={places} chosen={flow?.to} />
        <ChoiceField
          name="counterparty"
          legend={t('dataFlows.counterparty')}
          defaultValue={flow?.counterparty}
          choices={COUNTERPARTIES.map((value) => ({
            value,
            label: counterpartyLabel(value),
            hint: t(`dataFlows.counterpartyHint_${value}`),
          }))}
        />
      </FormPart>
      <FormPart legend={t('dataFlows.partWhat')}>
        <PhiTypesField defaultValue={flow?.phiTypes} />
        <TextAreaField
          name="purpose"
          label={t('dataFlows.purpose')}
          hint={t('dataFlows.purposeHint')}
          defaultValue={flow?.purpose}
          maxLength={1000}
          rows={2}
        />
        <TextAreaField
          name="minimumNecessary"
          label={t('dataFlows.minimumNecessary')}
          hint={t('dataFlows.minimumNecessaryHint')}
          defaultValue={flow?.minimumNecessary}
          maxLength={1000}
          rows={2}
        />
      </FormPart>
      <FormPart legend={t('dataFlows.partHow')}>
        <FieldRow>
          <TextField
            name="transportMethod"
            label={t('dataFlows.transportMethod')}
            hint={t('dataFlows.transportMethodHint')}
            defaultValue={flow?.transportMethod}
            maxLength={200}
          />
          <SelectField
            name="transportSecurity"
            label={t('dataFlows.transportSecurity')}
            hint={t('dataFlows.transportSecurityHint')}
            choices={choicesOf(TRANSPORT_SECURITIES, transportLabel)}
            defaultValue={flow?.transportSecurity ?? 'unknown'}
            required
          />
        </FieldRow>
        <CheckboxField
          name="offshore"
          label={t('dataFlows.offshore')}
          hint={t('dataFlows.offshoreHint')}
          defaultChecked={flow?.offshore}
        />
      </FormPart>
    </>
  );
}

interface EndFieldsProps {
  end: 'from' | 'to';
  places: FlowPlaces;
  chosen: DataFlow['from'] | undefined;
}

function EndFields({ end, places, chosen }: EndFieldsProps) {
  return (
    <FieldRow>
      <RecordField
        name={`${end}.place`}
        label={end === 'from' ? t('dataFlows.fromPlace') : t('dataFlows.toPlace')}
        hint={t('records.placeSearchHint')}
        choices={places.choices}
        search="/search/choices?of=places"
        defaultValue={places[end]}
      />
      <TextField
        name={`${end}.party`}
        label={end === 'from' ? t('dataFlows.fromParty') : t('dataFlows.toParty')}
        defaultValue={chosen?.party}
        maxLength={200}
      />
    </FieldRow>
  );
}
