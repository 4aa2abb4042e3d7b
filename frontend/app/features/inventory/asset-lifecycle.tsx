import { Button } from '@mantine/core';
import { Form } from 'react-router';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { CsrfField } from '~/ui/form/csrf-field';
import { Citation } from '~/ui/text/citation';
import type { Asset } from './labels';

/** Out of use, or back: retiring says what follows from it. What was disposed of can only be said to be still here. */
export function AssetLifecycle({ asset, flows }: { asset: Asset; flows: number }) {
  const { name, lifecycle, version } = asset;
  if (lifecycle === 'disposed') {
    return (
      <ConfirmDialog
        label={t('sanitization.withdraw')}
        title={t('sanitization.withdrawTitle', { name })}
        consequence={
          <p>
            {t('sanitization.withdrawConsequence')} <Citation text="45 CFR 164.310(d)(2)(i)" />
          </p>
        }
        confirmLabel={t('sanitization.withdrawConfirm')}
        fields={{ intent: 'lifecycle', lifecycle: 'retired', version }}
      />
    );
  }
  if (lifecycle === 'retired') {
    return (
      <Form method="post">
        <CsrfField />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="lifecycle" value="in-service" />
        <Button type="submit" name="intent" value="lifecycle" variant="default">
          {t('inventory.restore')}
        </Button>
      </Form>
    );
  }
  return (
    <ConfirmDialog
      label={t('inventory.retire')}
      title={t('inventory.retireTitle', { name })}
      consequence={
        <>
          <p>
            {t('inventory.retireConsequence')} <Citation text="45 CFR 164.310(d)(2)(i)" />
          </p>
          {flows > 0 && <p>{t('inventory.retireFlows', { count: flows })}</p>}
        </>
      }
      confirmLabel={t('inventory.retireConfirm')}
      fields={{ intent: 'lifecycle', lifecycle: 'retired', version }}
      seen={{ before: lifecycle }}
    />
  );
}
