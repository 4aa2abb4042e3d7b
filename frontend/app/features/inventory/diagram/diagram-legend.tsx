import { IconBriefcase, IconDatabase } from '@tabler/icons-react';
import { t } from '~/messages';
import styles from './diagram.module.css';

/** What the lines and frames mean; no meaning is carried by colour alone. */
export function DiagramLegend() {
  return (
    <ul className={styles.legend} aria-label={t('dataFlows.legend')}>
      <li>
        <Line severity="none" />
        {t('dataFlows.legendPlain')}
      </li>
      <li>
        <Line severity="moderate" />
        {t('dataFlows.legendModerate')}
      </li>
      <li>
        <Line severity="high" />
        {t('dataFlows.legendHigh')}
      </li>
      <li>
        <span className={styles.frame} aria-hidden />
        {t('dataFlows.legendOutside')}
      </li>
      <li>
        <IconBriefcase size={16} stroke={1.6} aria-hidden className={styles.nodeIcon} />
        {t('dataFlows.legendVendor')}
      </li>
      <li>
        <span className={styles.ephi}>
          <IconDatabase size={14} aria-hidden />
        </span>
        {t('dataFlows.legendEphi')}
      </li>
    </ul>
  );
}

function Line({ severity }: { severity: 'none' | 'moderate' | 'high' }) {
  return (
    <svg width="36" height="8" aria-hidden>
      <path d="M 1 4 H 35" className={styles.edge} data-severity={severity} />
    </svg>
  );
}
