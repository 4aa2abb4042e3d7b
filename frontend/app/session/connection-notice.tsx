import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { t } from '~/messages';
import styles from './connection-notice.module.css';
import { sendAgain, useWaiting } from './connection';

/** Over whatever page is there: it stays, with all that was typed. */
export function ConnectionNotice() {
  const waiting = useWaiting();
  if (!waiting) return null;
  return (
    <div className={styles.region} role="alert">
      <div className={styles.notice}>
        <IconPlugConnectedX size={20} aria-hidden />
        <div>
          <p className={styles.title}>{t('session.connectionTitle')}</p>
          <p>{waiting === 'sent' ? t('session.connectionSent') : t('session.connectionAsked')}</p>
          <Button size="sm" onClick={sendAgain}>
            {waiting === 'sent' ? t('session.connectionSendAgain') : t('session.connectionAskAgain')}
          </Button>
        </div>
      </div>
    </div>
  );
}
