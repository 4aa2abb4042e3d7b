import { t } from '~/messages';
import { ChecksField } from './checks-field';
import { PHI_TYPES, phiLabel, type PhiType } from './labels';

/** Any of the kinds of health information. */
export function PhiTypesField({ defaultValue }: { defaultValue?: readonly PhiType[] }) {
  return (
    <ChecksField
      name="phiTypes"
      legend={t('inventory.phiTypes')}
      hint={t('inventory.phiTypesHint')}
      values={PHI_TYPES}
      label={phiLabel}
      defaultValue={defaultValue}
    />
  );
}
