import { t } from '~/messages';
import { ChoiceField } from '~/ui/form/choice-field';
import { CheckboxField, DateField, TextAreaField, TextField } from '~/ui/form/fields';
import { FieldRow } from '~/ui/form/form-layout';
import { AGREEMENTS, agreementLabel, type Vendor } from './vendor-labels';

export function VendorFields({ vendor }: { vendor?: Vendor }) {
  return (
    <>
      <TextField
        name="name"
        label={t('vendors.name')}
        hint={t('vendors.nameHint')}
        defaultValue={vendor?.name}
        maxLength={200}
        required
      />
      <TextAreaField
        name="service"
        label={t('vendors.service')}
        defaultValue={vendor?.service}
        maxLength={1000}
        rows={2}
      />
      <TextField
        name="contactEmail"
        type="email"
        label={t('vendors.contactEmail')}
        defaultValue={vendor?.contactEmail}
        width="medium"
      />
      <ChoiceField
        name="agreementStatus"
        legend={t('vendors.agreement')}
        hint={t('vendors.agreementHint')}
        defaultValue={vendor?.agreementStatus}
        choices={AGREEMENTS.map((value) => ({
          value,
          label: agreementLabel(value),
          hint: t(`vendors.agreementHint_${value}`),
        }))}
      />
      <FieldRow>
        <DateField
          name="agreementSignedOn"
          label={t('vendors.signedOn')}
          defaultValue={vendor?.agreementSignedOn}
        />
        <DateField
          name="agreementEndsOn"
          label={t('vendors.endsOn')}
          hint={t('vendors.endsOnHint')}
          defaultValue={vendor?.agreementEndsOn}
        />
      </FieldRow>
      <TextAreaField
        name="agreementNotRequiredReason"
        label={t('vendors.reason')}
        hint={t('vendors.reasonHint')}
        defaultValue={vendor?.agreementNotRequiredReason}
        maxLength={1000}
        rows={2}
      />
      {vendor && (
        <>
          <input type="hidden" name="asksActive" value="yes" />
          <CheckboxField
            name="active"
            label={t('vendors.active')}
            hint={t('vendors.activeHint')}
            defaultChecked={vendor.active}
          />
        </>
      )}
    </>
  );
}
