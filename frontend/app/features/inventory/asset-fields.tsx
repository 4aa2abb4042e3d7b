import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import { ChoiceField } from '~/ui/form/choice-field';
import { CheckboxField, SelectField, TextAreaField, TextField } from '~/ui/form/fields';
import { FieldRow } from '~/ui/form/form-layout';
import { ChecksField } from './checks-field';
import { FormPart } from './form-part';
import {
  BACKUPS,
  backupLabel,
  choicesOf,
  encryptionLabel,
  ENCRYPTIONS,
  hostingLabel,
  HOSTINGS,
  kindLabel,
  KINDS,
  lifecycleLabel,
  LIFECYCLES,
  PHI_ACTIVITIES,
  phiActivityLabel,
  type Asset,
} from './labels';
import { PhiTypesField } from './phi-types-field';

export interface Places {
  sites: ItemOf<'/api/v1/sites'>[];
  colleagues: ItemOf<'/api/v1/colleagues'>[];
}

/** The questions about an asset, in the order in which people can answer them. */
export function AssetFields({ asset, places }: { asset?: Asset; places: Places }) {
  return (
    <>
      <FormPart legend={t('inventory.partWhat')}>
        <TextField
          name="name"
          label={t('inventory.name')}
          hint={t('inventory.nameHint')}
          defaultValue={asset?.name}
          maxLength={200}
          required
        />
        <ChoiceField
          name="kind"
          legend={t('inventory.kind')}
          defaultValue={asset?.kind}
          choices={KINDS.map((kind) => ({
            value: kind,
            label: kindLabel(kind),
            hint: t(`inventory.kindHint_${kind}`),
          }))}
        />
        <FieldRow>
          <TextField
            name="tag"
            label={t('inventory.tag')}
            hint={asset ? t('inventory.tagHintEdit') : t('inventory.tagHint')}
            defaultValue={asset?.tag}
            maxLength={60}
            required={Boolean(asset)}
          />
          <SelectField
            name="lifecycle"
            label={t('inventory.lifecycle')}
            choices={choicesOf(reachable(asset), lifecycleLabel)}
            defaultValue={asset?.lifecycle ?? 'in-service'}
            required
          />
        </FieldRow>
        <TextAreaField
          name="description"
          label={t('inventory.description')}
          hint={t('inventory.descriptionHint')}
          defaultValue={asset?.description}
          maxLength={4000}
          rows={2}
        />
      </FormPart>
      <WhereFields asset={asset} places={places} />
      <FormPart legend={t('inventory.partHolds')}>
        <ChoiceField
          name="holdsEphi"
          legend={t('inventory.holdsEphi')}
          hint={t('inventory.holdsEphiHint')}
          layout="row"
          defaultValue={asset && (asset.holdsEphi ? 'yes' : 'no')}
          choices={[
            { value: 'yes', label: t('inventory.yes') },
            { value: 'no', label: t('inventory.no') },
          ]}
        />
        <PhiTypesField defaultValue={asset?.phiTypes} />
        <ChecksField
          name="phiActivities"
          legend={t('inventory.phiActivities')}
          hint={t('inventory.phiActivitiesHint')}
          values={PHI_ACTIVITIES}
          label={phiActivityLabel}
          defaultValue={asset?.phiActivities}
        />
        <TextField
          name="phiRecordCount"
          label={t('inventory.phiRecordCount')}
          hint={t('inventory.phiRecordCountHint')}
          defaultValue={asset?.phiRecordCount}
          width="short"
        />
      </FormPart>
      <ProtectionFields asset={asset} />
      <FormPart legend={t('inventory.partNotes')}>
        <TextAreaField
          name="notes"
          label={t('inventory.notes')}
          hint={t('inventory.notesHint')}
          defaultValue={asset?.notes}
          maxLength={20000}
        />
      </FormPart>
    </>
  );
}

/** Its end is recorded on a page of its own; what has ended can only be said to be still here. */
function reachable(asset: Asset | undefined): typeof LIFECYCLES {
  if (asset?.lifecycle === 'disposed') return ['retired', 'disposed'];
  return LIFECYCLES.filter((lifecycle) => lifecycle !== 'disposed');
}

function WhereFields({ asset, places }: { asset?: Asset; places: Places }) {
  return (
    <FormPart legend={t('inventory.partWhere')}>
      <FieldRow>
        <SelectField
          name="hosting"
          label={t('inventory.hosting')}
          choices={choicesOf(HOSTINGS, hostingLabel)}
          placeholder={t('form.choose')}
          defaultValue={asset?.hosting}
          required
        />
        <SelectField
          name="siteId"
          label={t('inventory.site')}
          choices={places.sites.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t('inventory.noSiteChoice')}
          defaultValue={asset?.siteId}
        />
      </FieldRow>
      <TextField
        name="location"
        label={t('inventory.location')}
        hint={t('inventory.locationHint')}
        defaultValue={asset?.location}
        maxLength={200}
      />
      <TextField
        name="vendorName"
        label={t('inventory.vendor')}
        hint={t('inventory.vendorHint')}
        defaultValue={asset?.vendorName}
        maxLength={200}
      />
      <SelectField
        name="ownerId"
        label={t('inventory.owner')}
        hint={t('inventory.ownerHint')}
        choices={places.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder={t('inventory.nobodyYet')}
        defaultValue={asset?.ownerId}
      />
    </FormPart>
  );
}

function ProtectionFields({ asset }: { asset?: Asset }) {
  const encryption = choicesOf(ENCRYPTIONS, encryptionLabel);
  return (
    <FormPart legend={t('inventory.partProtection')}>
      <p>{t('inventory.encryptionHint')}</p>
      <FieldRow>
        <SelectField
          name="encryptionAtRest"
          label={t('inventory.encryptionAtRest')}
          choices={encryption}
          defaultValue={asset?.encryptionAtRest ?? 'unknown'}
          required
        />
        <SelectField
          name="encryptionInTransit"
          label={t('inventory.encryptionInTransit')}
          choices={encryption}
          defaultValue={asset?.encryptionInTransit ?? 'unknown'}
          required
        />
        <SelectField
          name="backup"
          label={t('inventory.backup')}
          choices={choicesOf(BACKUPS, backupLabel)}
          defaultValue={asset?.backup ?? 'unknown'}
          required
        />
      </FieldRow>
      <CheckboxField
        name="internetFacing"
        label={t('inventory.internetFacing')}
        hint={t('inventory.internetFacingHint')}
        defaultChecked={asset?.internetFacing}
      />
      <CheckboxField
        name="portable"
        label={t('inventory.portable')}
        hint={t('inventory.portableHint')}
        defaultChecked={asset?.portable}
      />
    </FormPart>
  );
}
