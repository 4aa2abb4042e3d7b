import { IconExternalLink } from '@tabler/icons-react';
import { Fragment, useRef } from 'react';
import { t } from '~/messages';
import { citedPlaces } from './ecfr-address';
import { FloatingPanel } from './floating-panel';
import { useHoverPanel } from './use-hover-panel';
import styles from './citation.module.css';

const OPEN_DELAY_MS = 350;

/** A place in the regulation, or several, each one press away from its official text. */
export function Citation({ text }: { text: string }) {
  return citedPlaces(text).map((place, index) => (
    <Fragment key={place.text}>
      {index > 0 && ', '}
      {place.address ? (
        <PlaceLink text={place.text} address={place.address} />
      ) : (
        <span className={styles.plain}>{place.text}</span>
      )}
    </Fragment>
  ));
}

function PlaceLink({ text, address }: { text: string; address: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  const { open, handlers } = useHoverPanel(OPEN_DELAY_MS);
  return (
    <span className={styles.frame} {...handlers}>
      <a ref={link} className={styles.citation} href={address} target="_blank" rel="noreferrer noopener">
        {text}
        <IconExternalLink size={12} aria-hidden />
        <span className="visually-hidden"> {t('records.opensRegulation')}</span>
      </a>
      {open && (
        <FloatingPanel anchor={link} aria-hidden>
          {t('records.openRegulation', { citation: text })}
        </FloatingPanel>
      )}
    </span>
  );
}
