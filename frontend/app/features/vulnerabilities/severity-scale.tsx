import { t } from '~/messages';
import { Section } from '~/ui/text/section';
import styles from './vulnerabilities.module.css';

/** How the words and scores of all scanners become one scale: nobody has to guess. */
export function SeverityScale() {
  return (
    <Section title={t('vulnerabilities.scaleTitle')}>
      <div className={styles.scale}>
        <p>{t('vulnerabilities.scaleText')}</p>
        <p>{t('vulnerabilities.scaleWords')}</p>
      </div>
    </Section>
  );
}
