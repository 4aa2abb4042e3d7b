import { IconCircleCheck, IconInfoCircle, IconX, IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { t } from '~/messages';
import type { Flash } from '~/session/flash.server';
import { CsrfField } from '~/ui/form/csrf-field';
import styles from './flash-message.module.css';

const icons = { success: IconCircleCheck, info: IconInfoCircle, warning: IconAlertTriangle };
const SHOWN_MS = 10_000;

/** The word after an action. It goes by itself, but not while somebody points at it or stands in it. */
export function FlashMessage({ flash }: { flash: Flash | null }) {
  const [dismissed, setDismissed] = useState<Flash | null>(null);
  const [held, setHeld] = useState(false);
  const shown = flash && flash !== dismissed ? flash : null;

  useEffect(() => {
    if (!shown || held || shown.tone === 'warning') return;
    const timer = setTimeout(() => setDismissed(shown), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, held]);

  const Icon = icons[shown?.tone ?? 'success'];
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {shown && (
        <div
          className={styles.message}
          data-tone={shown.tone ?? 'success'}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <Icon size={18} aria-hidden />
          <p>{shown.text}</p>
          {shown.undo && <UndoForm undo={shown.undo} />}
          <button type="button" className={styles.close} onClick={() => setDismissed(shown)}>
            <IconX size={16} aria-hidden />
            <span className="visually-hidden">{t('actions.dismiss')}</span>
          </button>
        </div>
      )}
    </div>
  );
}

function UndoForm({ undo }: { undo: NonNullable<Flash['undo']> }) {
  return (
    <form method="post" action={undo.action}>
      <CsrfField />
      {Object.entries(undo.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={styles.undo}>
        {t('actions.undo')}
      </button>
    </form>
  );
}
