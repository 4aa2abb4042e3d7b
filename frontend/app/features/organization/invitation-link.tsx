import { useEffect, useRef } from 'react';
import { t } from '~/messages';
import { CopyButton } from '~/ui/feedback/copy-button';
import { Section } from '~/ui/text/section';
import styles from './invitation-link.module.css';

/** The link of a fresh invitation: shown to the inviter, who sends it by a way of their own. */
export function InvitationLink({ name, link }: { name: string; link: string }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [link]);
  return (
    <div ref={ref} tabIndex={-1} role="status" className={styles.frame}>
      <Section title={t('settings.inviteReady', { name })} lead={t('settings.inviteReadyText', { name })}>
        <div className={styles.row}>
          <input
            className={styles.link}
            type="text"
            readOnly
            value={link}
            aria-label={t('settings.inviteLink')}
            onFocus={(event) => event.target.select()}
          />
          <CopyButton value={link} label={t('settings.copyLink')} />
        </div>
      </Section>
    </div>
  );
}
