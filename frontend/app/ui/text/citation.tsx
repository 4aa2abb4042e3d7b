import { Tooltip } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { t } from '~/messages';
import { ecfrAddress } from './ecfr-address';
import styles from './citation.module.css';

/** A place in the regulation, one press away from its official text. */
export function Citation({ text }: { text: string }) {
  const address = ecfrAddress(text);
  if (!address) return <span className={styles.plain}>{text}</span>;
  return (
    <Tooltip
      label={t('records.openRegulation', { citation: text })}
      openDelay={300}
      events={{ hover: true, focus: true, touch: false }}
    >
      <a className={styles.citation} href={address} target="_blank" rel="noreferrer noopener">
        {text}
        <IconExternalLink size={12} aria-hidden />
      </a>
    </Tooltip>
  );
}
