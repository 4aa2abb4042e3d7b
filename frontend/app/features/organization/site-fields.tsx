import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import { TextField } from '~/ui/form/fields';
import { FieldRow } from '~/ui/form/form-layout';

export function SiteFields({ site }: { site?: ItemOf<'/api/v1/sites'> }) {
  return (
    <>
      <TextField name="name" label={t('settings.siteName')} defaultValue={site?.name} required />
      <TextField name="street" label={t('settings.address')} defaultValue={site?.street} />
      <FieldRow>
        <TextField name="city" label={t('settings.city')} defaultValue={site?.city} />
        <TextField name="state" label={t('settings.state')} defaultValue={site?.state} />
        <TextField name="postalCode" label={t('settings.postalCode')} defaultValue={site?.postalCode} />
      </FieldRow>
      <TextField
        name="phone"
        type="tel"
        label={t('settings.phone')}
        defaultValue={site?.phone}
        width="medium"
      />
    </>
  );
}
