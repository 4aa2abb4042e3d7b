import { useLocation } from 'react-router';
import { t } from '~/messages';
import { SubmitButton } from '~/ui/form/form-layout';
import styles from './error-panel.module.css';

/** The two ways on from an old version: see what stands there now, or go on with what was entered here. */
export function StaleWay({ confirming }: { confirming: boolean }) {
  const { pathname } = useLocation();
  return (
    <>
      <p>{confirming ? t('errors.staleConfirmAgain') : t('errors.staleSaveAgain')}</p>
      <p className={styles.actions}>
        <StaleLink to={pathname} />
        {!confirming && (
          <SubmitButton size="xs" variant="default">
            {t('errors.saveOver')}
          </SubmitButton>
        )}
      </p>
    </>
  );
}

/** In a tab of its own, so that what was typed stays where it is. */
export function StaleLink({ to }: { to: string }) {
  return (
    <a href={to} target="_blank" rel="noopener">
      {t('errors.showPresent')}
    </a>
  );
}
