import { IconExternalLink } from '@tabler/icons-react';
import { useRef } from 'react';
import { t } from '~/messages';
import { ecfrAddress } from './ecfr-address';
import { FloatingPanel } from './floating-panel';
import { useHoverPanel } from './use-hover-panel';
import styles from './citation.module.css';

const OPEN_DELAY_MS = 350;

/** A place in the regulation, one press away from its official text. */
export function Citation({ text }: { text: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  const { open, handlers } = useHoverPanel(OPEN_DELAY_MS);
  const address = ecfrAddress(text);
  if (!address) return <span className={styles.plain}>{text}</span>;
  return (
    <span className={styles.frame} {...handlers}>
      <a ref={link} className={styles.citation} href={address} target="_blank" rel="noreferrer noopener">
        {text}
        <IconExternalLink size={12} aria-hidden />
        <span className="visually-hidden"> {t('records.opensRegulation')}</span>
      </a>
      <FloatingPanel anchor={link} open={open} aria-hidden>
        {open && t('records.openRegulation', { citation: text })}
      </FloatingPanel>
    </span>
  );
}
