import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { TextAreaField } from '~/ui/form/fields';
import { ButtonLink } from '~/ui/text/button-link';
import type { OwnScale } from './words';

/** What may be done with a version now, each with what follows from it. */
export function ScaleActions({ scale }: { scale: OwnScale }) {
  return scale.allowedActions.map((action) =>
    action === 'edit' ? (
      <ButtonLink key={action} to="?edit">
        {t('scales.edit')}
      </ButtonLink>
    ) : (
      <ConfirmDialog
        key={action}
        label={t(`scales.do_${action}`)}
        title={t(`scales.doTitle_${action}`)}
        consequence={<p>{t(`scales.doText_${action}`)}</p>}
        confirmLabel={t(`scales.do_${action}`)}
        variant={action === 'propose' || action === 'adopt' ? 'filled' : 'default'}
        tone={action === 'discard' || action === 'retire' ? 'danger' : 'plain'}
        fields={{ intent: action, version: scale.version }}
      >
        <Asked action={action} scale={scale} />
      </ConfirmDialog>
    ),
  );
}

function Asked({ action, scale }: { action: OwnScale['allowedActions'][number]; scale: OwnScale }) {
  if (action === 'return')
    return <TextAreaField name="note" label={t('scales.note')} rows={3} maxLength={2_000} required />;
  if (action === 'retire')
    return (
      <TextAreaField name="reason" label={t('scales.retireReason')} rows={3} maxLength={2_000} required />
    );
  if (action !== 'renew') return null;
  return (
    <>
      <input type="hidden" name="title" value={scale.title} />
      <TextAreaField
        name="reason"
        label={t('scales.reason')}
        hint={t('scales.reasonHint')}
        defaultValue={scale.reason}
        rows={3}
        maxLength={2_000}
        required
      />
    </>
  );
}
