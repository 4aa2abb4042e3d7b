import { t } from '~/messages';
import { ChoiceField } from '~/ui/form/choice-field';
import { CheckboxField, SelectField, TextAreaField, TextField, type ChoiceGroup } from '~/ui/form/fields';
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
  isDisposed: boolean;
}

/** Where a flow can begin and end. */
export interface FlowPlaces {
  assets: AssetChoice[];
  vendors: { id: string; name: string }[];
}

interface FlowFieldsProps {
  flow?: DataFlow;
  places: FlowPlaces;
  /** The asset or the vendor from whose page the person comes. */
  from?: string | null;
  to?: string | null;
}

export function FlowFields({ flow, places, from, to }: FlowFieldsProps) {
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
        <EndFields end="from" places={places} chosen={flow?.from} place={from} />
        <EndFields end="to" places={places} chosen={flow?.to} place={to} />
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
  place: string | null | undefined;
}

function EndFields({ end, places, chosen, place }: EndFieldsProps) {
  return (
    <FieldRow>
      <SelectField
        name={`${end}.place`}
        label={end === 'from' ? t('dataFlows.fromPlace') : t('dataFlows.toPlace')}
        choices={placeChoices(places, chosen)}
        placeholder={t('dataFlows.outside')}
        defaultValue={chosen ? (chosen.assetId ?? chosen.vendorId) : place}
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

/** What was disposed of, and a vendor with whom the work has ended, stay to be chosen where the flow names them already. */
export function placeChoices(
  { assets, vendors }: FlowPlaces,
  chosen: DataFlow['from'] | undefined,
): ChoiceGroup[] {
  const { assetId = null, vendorId = null, name = '' } = chosen ?? {};
  const isMissing = vendorId !== null && !vendors.some(({ id }) => id === vendorId);
  const items = isMissing ? [...vendors, { id: vendorId, name }] : vendors;
  const places = assets.filter(({ id, isDisposed }) => !isDisposed || id === assetId);
  return [
    {
      group: t('dataFlows.ourAssets'),
      items: places.map((asset) => ({ value: asset.id, label: `${asset.name} (${asset.tag})` })),
    },
    {
      group: t('dataFlows.ourVendors'),
      items: items.map((vendor) => ({ value: vendor.id, label: vendor.name })),
    },
  ].filter((group) => group.items.length > 0);
}
