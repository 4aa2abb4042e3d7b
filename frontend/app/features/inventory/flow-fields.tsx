import { t } from '~/messages';
import { ChoiceField } from '~/ui/form/choice-field';
import { CheckboxField, SelectField, TextAreaField, TextField } from '~/ui/form/fields';
import { FieldRow } from '~/ui/form/form-layout';
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

export interface AssetChoice {
  id: string;
  tag: string;
  name: string;
}

interface FlowFieldsProps {
  flow?: DataFlow;
  assets: AssetChoice[];
  /** The asset from whose page the person comes. */
  fromAssetId?: string | null;
}

export function FlowFields({ flow, assets, fromAssetId }: FlowFieldsProps) {
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
        <EndFields
          end="from"
          assets={assets}
          assetId={flow ? flow.from.assetId : fromAssetId}
          party={flow?.from.party}
        />
        <EndFields end="to" assets={assets} assetId={flow?.to.assetId} party={flow?.to.party} />
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
  assets: AssetChoice[];
  assetId: string | null | undefined;
  party: string | null | undefined;
}

function EndFields({ end, assets, assetId, party }: EndFieldsProps) {
  return (
    <FieldRow>
      <SelectField
        name={`${end}.assetId`}
        label={end === 'from' ? t('dataFlows.fromAsset') : t('dataFlows.toAsset')}
        choices={assets.map(({ id, tag, name }) => ({ value: id, label: `${name} (${tag})` }))}
        placeholder={t('dataFlows.outside')}
        defaultValue={assetId}
      />
      <TextField
        name={`${end}.party`}
        label={end === 'from' ? t('dataFlows.fromParty') : t('dataFlows.toParty')}
        defaultValue={party}
        maxLength={200}
      />
    </FieldRow>
  );
}
